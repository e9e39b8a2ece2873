import type { ChangedHack, CheckReport } from '../../model/check.ts';
import { hasNews, sayChange, sayVerdict } from '../check.ts';
import { codeMarkdown, escapeMarkdown } from '../escape/markdown.ts';
import { linkToLine } from '../forge.ts';
import { renderCount } from '../words.ts';

/** Rows of the table; what is over is counted. */
const MOST = 10;

/** A comment for a merge request: the verdict, at most ten rows, what was not counted, how to ask again. Nothing where nothing changed. */
export function renderCheckMarkdown(report: CheckReport): string {
  if (!hasNews(report)) return '';
  const rows = rowsOf(report);
  const rest = rows.length - MOST;
  return [
    `**hackdebt**: ${escapeMarkdown(sayVerdict(report))}`,
    '',
    ...(rows.length > 0 ? ['| | hack | where |', '|---|---|---|', ...rows.slice(0, MOST)] : []),
    ...(rest > 0 ? ['', `… and ${renderCount(rest, 'more', 'more')}.`] : []),
    ...branchLines(report),
    '',
    `<sub>${[...leftOut(report), `The same locally: ${codeMarkdown(`hackdebt ${report.command}`)}`].join(' ')}</sub>`,
    '',
  ].join('\n');
}

/** What to look at first, then what was paid, then what was admitted; moves only where there is room. */
const ORDER = ['swept', 'unclear', 'reopened', 'refactored', 'deleted', 'new', 'reworded', 'moved'];

const SIGNS: Readonly<Record<string, string>> = {
  swept: 'look at: the comment went, the code stayed',
  unclear: 'look at: gone, unclear how',
  reopened: 'back again',
  refactored: 'paid: refactored',
  deleted: 'paid: deleted',
  new: 'admitted, thanks',
  reworded: 'reworded',
  moved: 'moved',
};

function rowsOf(report: CheckReport): string[] {
  const messages = new Map(
    report.findings.flatMap(({ hack, message, allowed }) =>
      hack === null ? [] : [[hack.fingerprint, allowed === null ? message : `${message} (allowed: ${allowed})`]],
    ),
  );
  return report.changes
    .toSorted((one, other) => ORDER.indexOf(sayChange(one)) - ORDER.indexOf(sayChange(other)))
    .map((hack) => renderRow(hack, report, messages.get(hack.fingerprint)));
}

function renderRow(hack: ChangedHack, report: CheckReport, message: string | undefined): string {
  const said = message === undefined ? (SIGNS[sayChange(hack)] ?? '') : escapeMarkdown(message);
  return `| ${said} | ${escapeMarkdown(`${hack.tag} ${hack.text}`.trimEnd())} | ${renderWhere(hack, report)} |`;
}

/** A removed one is shown where it stood. */
function renderWhere(hack: ChangedHack, { base, head, remote }: CheckReport): string {
  const commit = hack.change === 'removed' ? base?.commit : head.commit;
  const place = codeMarkdown(`${hack.path}:${hack.line}`);
  const link = commit ? linkToLine(remote, { commit, path: hack.path, line: hack.line }) : undefined;
  return link === undefined ? place : `[${place}](${link})`;
}

/** Findings about the whole branch. */
function branchLines({ findings }: CheckReport): string[] {
  const lines = findings.filter(({ hack }) => hack === null);
  if (lines.length === 0) return [];
  return ['', ...lines.map(({ rule, message, advice }) => `- ${rule}: ${escapeMarkdown(`${message}. ${advice}`)}`)];
}

function leftOut({ counts }: CheckReport): string[] {
  return [
    ...(counts.skipped > 0 ? [`Not searched: ${renderCount(counts.skipped, 'changed file')}.`] : []),
    ...(counts.kept > 0 ? [`Kept by decision: ${renderCount(counts.kept, 'hack')}.`] : []),
  ];
}
