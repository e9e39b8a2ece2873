import type { CheckReport, FindingLevel } from '../../model/check.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { stringify } from '../json/stringify.ts';
import { annotationsOf } from './annotations.ts';

const SEVERITIES: Record<FindingLevel, string> = { error: 'ERROR', warning: 'WARNING', notice: 'INFO' };

/** reviewdog's diagnostic format, of what has a place. See reviewdog/reviewdog, proto/rdf. */
export function renderCheckRdjson(report: CheckReport): string {
  const diagnostics = annotationsOf(report).flatMap(({ rule, level, message, hack }) =>
    hack === null
      ? []
      : [
          {
            message: escapeTerminal(message),
            location: { path: hack.path, range: { start: { line: hack.line, column: hack.column } } },
            severity: SEVERITIES[level],
            code: { value: `hackdebt.${rule}` },
          },
        ],
  );
  const severity = report.verdict === 'failed' ? 'ERROR' : 'INFO';
  return stringify({ source: { name: 'hackdebt' }, severity, diagnostics });
}
