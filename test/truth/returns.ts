import type { Evident } from './evidence.ts';
import { weighEvidence } from './evidence.ts';
import type { Doubt, Slot } from './slots.ts';
import { markersOf, parentsOf } from './slots.ts';
import type { ModelCommit } from './workshop.ts';

interface Arrival {
  readonly commit: ModelCommit;
  readonly slots: readonly Slot[];
}

/**
 * Doubts about markers that come back after a removal. A return is evident if the very text stands in the same path beside at
 * least one of the lines it stood beside. Doubtful are a return without that, a new marker that looks like one, and a return
 * that could be another's.
 */
export function rivalOfReturn(commits: readonly ModelCommit[], { commit, slots }: Arrival): Doubt[] {
  const added = slots.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : []));
  if (added.length === 0) return [];
  const departed = findDeparted(commits, commit);
  return added.flatMap((after) => {
    const isBack = departed.some((before) => before.hack === after.hack);
    const rivals = departed.filter((before) => before.hack !== after.hack && couldBeBack(before, after));
    if (rivals.length > 0) return [{ hack: after.hack, why: `looks like the return of ${rivals[0]?.hack}` }];
    const isEvident = departed.some((before) => before.hack === after.hack && looksReturned(before, after));
    return isBack && !isEvident ? [{ hack: after.hack, why: 'came back beyond recognition' }] : [];
  });
}

function looksReturned(before: Evident, after: Evident): boolean {
  const { text, path, previous, next } = weighEvidence(before, after);
  return text === 1 && path === 1 && previous + next > 0;
}

/** Between the very same two lines a text may have come back in another file, too. */
function couldBeBack(before: Evident, after: Evident): boolean {
  const { text, previous, next } = weighEvidence(before, after);
  return looksReturned(before, after) || (text === 1 && previous + next === 2);
}

/** Where each hack that the commit's history has lost stood before each of its removals. */
function findDeparted(commits: readonly ModelCommit[], commit: ModelCommit): Evident[] {
  const isOpen = parentsOf(commits, commit).flatMap((parent) => [...markersOf(parent).keys()]);
  const open = new Set(isOpen);
  const history = commits.filter(({ index }) => index !== commit.index && commit.ancestors.has(index));
  return history.flatMap((past) => {
    const after = markersOf(past);
    const before = parentsOf(commits, past).flatMap((parent) => [...markersOf(parent).values()]);
    return before.filter(({ hack }) => !open.has(hack) && !after.has(hack));
  });
}
