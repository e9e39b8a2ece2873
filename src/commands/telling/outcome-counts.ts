import type { Hack, RemovedHack } from '../../model/hack.ts';
import type { FolderOutcome, OutcomeCounts, Payers } from '../../model/outcome.ts';

/** How many of the hacks are open, and how the others went. */
export function countOutcomes(hacks: readonly Hack[]): OutcomeCounts {
  const fates = { refactored: 0, deleted: 0, swept: 0, unclear: 0 };
  for (const { fate } of hacks) if (fate !== null) fates[fate]++;
  return {
    total: hacks.length,
    open: hacks.filter(({ status }) => status === 'open').length,
    stale: hacks.filter(({ stale }) => stale).length,
    merged: hacks.filter(({ status }) => status === 'merged').length,
    fates,
  };
}

/** Who paid, in numbers: a swept hack is not paid. A report never names people. */
export function countPayers(hacks: readonly Hack[]): Payers {
  const paid = hacks.filter(
    (hack): hack is RemovedHack => hack.status === 'removed' && (hack.fate === 'refactored' || hack.fate === 'deleted'),
  );
  const self = paid.filter(({ removed }) => removed.selfRemoved).length;
  return { self, others: paid.length - self, people: [] };
}

/** By the folder at the top, the fullest first; nothing to tell where there is only one. */
export function foldersOf(hacks: readonly Hack[]): FolderOutcome[] {
  const folders = new Map<string, { total: number; open: number }>();
  for (const { path, status } of hacks) {
    const name = path.includes('/') ? (path.split('/', 1)[0] ?? '.') : '.';
    const counts = folders.get(name) ?? { total: 0, open: 0 };
    folders.set(name, { total: counts.total + 1, open: counts.open + (status === 'open' ? 1 : 0) });
  }
  if (folders.size < 2) return [];
  return [...folders]
    .map(([path, counts]) => ({ path, ...counts }))
    .toSorted((one, other) => other.total - one.total || (one.path < other.path ? -1 : 1));
}
