import type { CheckReport, FindingLevel } from '../../model/check.ts';
import { escapeTerminal } from '../escape/terminal.ts';
import { stringify } from '../json/stringify.ts';
import { annotationsOf } from './annotations.ts';

/** A finding without a severity vanishes in GitLab without a word. */
const SEVERITIES: Record<FindingLevel, string> = { error: 'major', warning: 'minor', notice: 'info' };

/** GitLab's Code Quality report: a list, empty where there is nothing, of what has a place. */
export function renderCheckGitlab(report: CheckReport): string {
  const issues = annotationsOf(report).flatMap(({ rule, level, message, hack }) =>
    hack === null
      ? []
      : [
          {
            description: escapeTerminal(message),
            check_name: `hackdebt.${rule}`,
            // Of two findings with one fingerprint only the first is shown.
            fingerprint: `${rule}:${hack.fingerprint}`,
            severity: SEVERITIES[level],
            location: { path: hack.path, lines: { begin: hack.line } },
          },
        ],
  );
  return stringify(issues);
}
