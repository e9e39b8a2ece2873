import type { CanonicalOrder } from './canonical-order.ts';
import type { Evident } from './evidence.ts';
import { at } from './random.ts';
import { markersOf } from './slots.ts';
import type { ModelCommit } from './workshop.ts';

/** What happens to a hack; all commits by name. A hack on the line has exactly one introduction. */
export interface Life {
  readonly introducedIn: string;
  /** Mainline commit that brought the introduction in; null if no mainline tree ever had the hack. */
  readonly landedIn: string | null;
  /** The removal that is told; null while it is open at the tip. */
  readonly removedIn: string | null;
  readonly open: boolean;
  /**
   * Commits in which it stands in another path than in every parent that has it, in canonical order, without merges whose file, path and
   * text, an earlier commit had.
   */
  readonly movesIn: readonly string[];
  readonly rewordedIn: readonly string[];
  /** Commits that introduce it again: cherry-picks. */
  readonly copiedIn: readonly string[];
  /** Commits that have it although none of their parents has it any more. */
  readonly reopenedIn: readonly string[];
}

/** Tells the life of one hack from the trees alone. */
export function buildLife(hack: number, commits: readonly ModelCommit[], order: CanonicalOrder): Life {
  const steps = order.order.map((index) => stepOf(hack, commits, at(commits, index)));
  const namesOf = (accept: (step: Step) => boolean): string[] => steps.filter(accept).map(({ commit }) => commit.name);
  const [introducedIn = '', ...copiedIn] = namesOf(isIntroduction);
  const first = steps.find(isIntroduction);
  const isMainline = (step: Step): boolean => order.mainline.includes(step.commit.index);
  const isLanded = steps.some((step) => isMainline(step) && step.after !== undefined);
  const landed = isLanded && first !== undefined ? order.landed.get(first.commit.index) : undefined;
  const open = steps.at(-1)?.after !== undefined;
  return {
    introducedIn,
    landedIn: landed === undefined ? null : at(commits, landed).name,
    removedIn: open ? null : removalOf(steps, { commits, order }),
    open,
    movesIn: namesOf((step) => isChanged(step, 'path') && !isRepeated(step, steps)),
    rewordedIn: namesOf((step) => isChanged(step, 'text') && !isRepeated(step, steps)),
    copiedIn,
    reopenedIn: namesOf((step) => step.after !== undefined && step.isKnown && !step.parents.some(hasMarker)),
  };
}

/** A hack in one commit and its parents. */
interface Step {
  readonly commit: ModelCommit;
  readonly after: Evident | undefined;
  readonly parents: readonly { readonly marker: Evident | undefined; readonly isKnown: boolean }[];
  /** Whether some parent's history has it. */
  readonly isKnown: boolean;
}

function stepOf(hack: number, commits: readonly ModelCommit[], commit: ModelCommit): Step {
  const parents = commit.parents.map((index) => {
    const parent = at(commits, index);
    return { marker: markersOf(parent).get(hack), isKnown: parent.known.has(hack) };
  });
  return { commit, after: markersOf(commit).get(hack), parents, isKnown: parents.some((parent) => parent.isKnown) };
}

function isIntroduction({ after, isKnown }: Step): boolean {
  return after !== undefined && !isKnown;
}

function hasMarker({ marker }: Step['parents'][number]): boolean {
  return marker !== undefined;
}

function isChanged({ after, parents }: Step, what: 'path' | 'text'): boolean {
  const before = parents.flatMap(({ marker }) => marker ?? []);
  return after !== undefined && before.length > 0 && before.every((marker) => marker[what] !== after[what]);
}

/** A merge whose file, path and text, an earlier commit had already, as in the second half of a criss-cross, tells nothing new. */
function isRepeated({ commit, after, parents }: Step, steps: readonly Step[]): boolean {
  if (after === undefined || parents.length < 2) return false;
  const text = commit.texts.get(after.path);
  const index = steps.findIndex((step) => step.commit === commit);
  return steps
    .slice(0, index)
    .some((step) => step.after?.path === after.path && step.commit.texts.get(after.path) === text);
}

/** Every parent whose history holds it still had it, and the commit has it no more. */
function isRemoval({ after, isKnown, parents }: Step): boolean {
  return after === undefined && isKnown && parents.every((parent) => parent.marker !== undefined || !parent.isKnown);
}

interface Line {
  readonly commits: readonly ModelCommit[];
  readonly order: CanonicalOrder;
}

/**
 * The last mainline commit with the hack in its first parent's tree and not in its own tells the removal: itself if it removed
 * the hack, else the last commit it brought in that did, else (a merge that dropped a hack one parent had lost before)
 * itself. A hack that was never on the mainline ends in the last commit that removed it.
 */
function removalOf(steps: readonly Step[], { commits, order }: Line): string | null {
  const isLoss = ({ commit, after, parents }: Step): boolean =>
    order.mainline.includes(commit.index) && after === undefined && parents[0]?.marker !== undefined;
  const loss = steps.findLast(isLoss);
  if (loss === undefined) return steps.findLast(isRemoval)?.commit.name ?? null;
  if (isRemoval(loss)) return loss.commit.name;
  const isBroughtIn = ({ commit }: Step): boolean => order.landed.get(commit.index) === loss.commit.index;
  const told = steps.findLast((step) => isBroughtIn(step) && isRemoval(step)) ?? loss;
  return at(commits, told.commit.index).name;
}
