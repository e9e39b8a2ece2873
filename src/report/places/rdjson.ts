import type { FindingLevel } from '../../model/check.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { stringify } from '../json/stringify.ts';
import type { Annotation } from './annotation.ts';

const SEVERITIES: Record<FindingLevel, string> = { error: 'ERROR', warning: 'WARNING', notice: 'INFO' };

/** reviewdog's diagnostic format, of what has a place. See reviewdog/reviewdog, proto/rdf. */
export function renderRdjson(annotations: readonly Annotation[]): string {
  const diagnostics = annotations.flatMap(({ rule, level, message, place }) =>
    place === null
      ? []
      : [
          {
            message: escapeTerminal(message),
            location: { path: place.path, range: { start: { line: place.line, column: place.column } } },
            severity: SEVERITIES[level],
            code: { value: `hackdebt.${rule}` },
          },
        ],
  );
  const isFailed = annotations.some(({ level }) => level === 'error');
  return stringify({ source: { name: 'hackdebt' }, severity: isFailed ? 'ERROR' : 'INFO', diagnostics });
}
