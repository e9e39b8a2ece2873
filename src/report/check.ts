import type { ChangedHack, CheckCounts, CheckedBaseline, CheckReport } from '../model/check.ts';
import { shortenId } from './ids.ts';
import type { Style } from './style.ts';
import { renderCount, renderNumber } from './words.ts';

/** One line: what the branch did, and the verdict. */
export function sayVerdict(report: CheckReport): string {
  if (report.baseline?.isWritten) return sayWritten(report.baseline);
  const { counts, verdict, base, policy } = report;
  const against = base ? `, compared with ${base.name}${base.commit ? ` (${base.commit.slice(0, 7)})` : ''}` : '';
  const gate = policy.rules.length === 0 ? '' : verdict === 'failed' ? 'Gate failed: ' : 'Gate passed: ';
  return `${gate}${sayCounts(counts)}${against}.`;
}

function sayWritten({ file, entries }: CheckedBaseline): string {
  return `${file} is written: it knows ${renderCount(entries, 'hack')}. Commit it.`;
}

/** What of a baseline is out of date; it is no finding. */
export function sayStale({ baseline }: CheckReport): string[] {
  const count = baseline?.stale.length ?? 0;
  if (baseline === null || count === 0) return [];
  const [entries, are] = count === 1 ? ['1 entry', 'is'] : [`${renderNumber(count)} entries`, 'are'];
  return [
    `${entries} of ${baseline.file} ${are} gone from the tree: hackdebt check --write-baseline forgets ${count === 1 ? 'it' : 'them'}.`,
  ];
}

/** Whether there is anything to tell of. */
export function hasNews({ changes, findings }: CheckReport): boolean {
  return changes.length > 0 || findings.length > 0;
}

/** `2 admitted, 1 paid, 1 swept, 3 moved`, or `nothing admitted, nothing gone`. */
export function sayCounts(counts: CheckCounts): string {
  const parts = [
    { count: counts.new, said: 'admitted' },
    { count: counts.reopened, said: 'back again' },
    { count: counts.paid, said: 'paid' },
    { count: counts.swept, said: 'swept under the rug' },
    { count: counts.unclear, said: 'gone, unclear how' },
    { count: counts.reworded, said: 'reworded' },
    { count: counts.moved, said: 'moved' },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return 'no hack admitted, none gone';
  const [first, ...rest] = parts.map(({ count, said }) => `${count} ${said}`);
  return [first?.replace(/^(\d+) /, (_, count: string) => `${renderCount(Number(count), 'hack')} `), ...rest].join(
    ', ',
  );
}

/** What to call a change of a hack: `new`, `refactored`, `swept`, `moved` … */
export function sayChange({ change, removal }: ChangedHack): string {
  return removal?.fate ?? change;
}

/** Digits of an id where nobody counted how many tell all apart. */
const DIGITS = 8;

/** `hd-3f9a2c1b` and what follows it; nothing where only the two trees are known. */
export function sayId({ id }: ChangedHack, { idDigits }: Pick<Style, 'idDigits'>, then = ''): string {
  return id === null ? '' : `${shortenId(id, idDigits ?? DIGITS)}${then}`;
}
