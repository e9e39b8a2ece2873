import type { FindingLevel } from '../../model/check.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { stringify } from '../json/stringify.ts';
import type { Annotation } from './annotation.ts';

/** A finding without a severity vanishes in GitLab without a word. */
const SEVERITIES: Record<FindingLevel, string> = { error: 'major', warning: 'minor', notice: 'info' };

/** GitLab's Code Quality report: a list, empty where there is nothing, of what has a place. */
export function renderGitlab(annotations: readonly Annotation[]): string {
  const issues = annotations.flatMap(({ rule, level, message, place }) =>
    place === null
      ? []
      : [
          {
            description: escapeTerminal(message),
            check_name: `hackdebt.${rule}`,
            // Of two findings with one fingerprint only the first is shown.
            fingerprint: `${rule}:${place.fingerprint}`,
            severity: SEVERITIES[level],
            location: { path: place.path, lines: { begin: place.line } },
          },
        ],
  );
  return stringify(issues);
}
