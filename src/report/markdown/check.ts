import type { ChangedHack, CheckReport, Finding } from '../../model/check.ts';
import { hasNews, sayChange, sayId, sayStale, sayVerdict } from '../check.ts';
import { codeMarkdown, escapeMarkdown } from '../escape/markdown.ts';
import { linkToCommit, linkToLine } from '../forge.ts';
import type { Style } from '../style.ts';
import { cutToWidth } from '../width.ts';
import { renderCount, shortenCommit } from '../words.ts';

/** Rows of the table; what is over is counted. */
const MOST = 10;

/** Columns of a hack's text, and of what is said of it: a comment is read beside the change. */
const WIDE = 120;

/** A comment for a merge request: the verdict, at most ten rows, what was not counted, how to ask again. Nothing where nothing changed. */
export function renderCheckMarkdown(report: CheckReport, style: Style): string {
  const { limit } = style;
  if (!hasNews(report)) return '';
  const rows = rowsOf(report);
  const shown = rows.slice(0, limit ?? MOST);
  const rest = rows.length - shown.length;
  return [
    `**hackdebt**: ${escapeMarkdown(sayVerdict(report))}`,
    ...(shown.length > 0 ? ['', '| | hack | where |', '|---|---|---|'] : []),
    ...shown.map((row) => renderRow(row, report, style)),
    ...(rest > 0 ? ['', `… and ${renderCount(rest, 'more', 'more')}.`] : []),
    ...branchLines(report),
    '',
    `<sub>${[...commitLinks(report), ...leftOut(report), sayCommand(report)].join(' ')}</sub>`,
    '',
  ].join('\n');
}

/** What was paid comes after what to look at, and before what was admitted; moves only where there is room. */
const SIGNS: readonly (readonly [change: string, sign: string])[] = [
  ['swept', 'look at: the comment went, the code stayed'],
  ['unclear', 'look at: gone, unclear how'],
  ['reopened', 'back again'],
  ['refactored', 'paid: refactored'],
  ['deleted', 'paid: deleted'],
  ['new', 'admitted, thanks'],
  ['reworded', 'reworded'],
  ['moved', 'moved'],
];

interface Row {
  readonly hack: ChangedHack;
  readonly findings: readonly Finding[];
}

/** What rules speak of first, touched by the branch or not; then the other changes. */
function rowsOf({ changes, findings }: CheckReport): Row[] {
  const told = findings.flatMap(({ hack }) => hack ?? []);
  const hacks = new Map([...told, ...changes].map((hack) => [keyOf(hack), hack]));
  const rows = [...hacks].map(([key, hack]) => ({
    hack,
    findings: findings.filter((finding) => finding.hack !== null && keyOf(finding.hack) === key),
  }));
  return rows.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** What went and what came may have the same fingerprint: one is told in the base's tree, the other in the head's. */
function keyOf({ change, fingerprint }: ChangedHack): string {
  return `${change === 'removed' ? 'base' : 'head'} ${fingerprint}`;
}

function rankOf({ hack, findings }: Row): number {
  if (findings.some(({ allowed }) => allowed === null)) return -1;
  return SIGNS.findIndex(([change]) => change === sayChange(hack));
}

function renderRow({ hack, findings }: Row, report: CheckReport, style: Style): string {
  const sign = SIGNS.find(([change]) => change === sayChange(hack))?.[1] ?? '';
  const said = findings.length === 0 ? sign : findings.map(sayFinding).join('; ');
  const text = escapeMarkdown(cutToWidth(`${hack.tag} ${hack.text}`.trimEnd(), WIDE));
  const id = hack.id === null ? '' : `${codeMarkdown(sayId(hack, style))} `;
  return `| ${said} | ${id}${text} | ${renderWhere(hack, report)} |`;
}

function sayFinding({ message, allowed }: Finding): string {
  return escapeMarkdown(cutToWidth(allowed === null ? message : `${message} (allowed: ${allowed})`, WIDE));
}

/** A removed one is shown where it stood. */
function renderWhere(hack: ChangedHack, { base, head, remote }: CheckReport): string {
  const commit = hack.change === 'removed' ? base?.commit : head.commit;
  const link = commit ? linkToLine(remote, { commit, path: hack.path, line: hack.line }) : undefined;
  return renderLink(`${hack.path}:${hack.line}`, link);
}

function renderLink(text: string, link: string | undefined): string {
  return link === undefined ? codeMarkdown(text) : `[${codeMarkdown(text)}](${link})`;
}

/** Findings about the whole branch. */
function branchLines({ findings }: CheckReport): string[] {
  const lines = findings.filter(({ hack }) => hack === null);
  if (lines.length === 0) return [];
  return [
    '',
    ...lines.map(({ rule, message, advice, allowed }) => {
      const told = allowed === null ? `${message}. ${advice}` : `${message}. Allowed: ${allowed}`;
      return `- ${rule}: ${escapeMarkdown(told)}`;
    }),
  ];
}

/** The two commits that were compared, where the forge is known. */
function commitLinks({ base, head, remote }: CheckReport): string[] {
  const [from, to] = [base?.commit ?? null, head.commit].map((commit) => {
    const link = commit === null ? undefined : linkToCommit(remote, commit);
    return commit === null || link === undefined ? null : renderLink(shortenCommit(commit), link);
  });
  return from && to ? [`From ${from} to ${to}.`] : [];
}

function leftOut(report: CheckReport): string[] {
  const { counts } = report;
  return [
    ...sayStale(report).map(escapeMarkdown),
    ...(counts.skipped > 0 ? [`Not searched: ${renderCount(counts.skipped, 'changed file')}.`] : []),
    ...(counts.kept > 0 ? [`Kept by decision: ${renderCount(counts.kept, 'hack')}.`] : []),
  ];
}

function sayCommand({ command }: CheckReport): string {
  return `The same locally: ${codeMarkdown(`hackdebt ${command}`)}`;
}
