/** What the walk needs of a commit: its parents' ranks, and whether it is on the mainline. */
export interface Ancestor {
  readonly parents: readonly number[];
  readonly isMainline: boolean;
}

/** The history of a commit: everything up to one rank, and these later ones (ascending). */
export interface Seen {
  readonly upTo: number;
  readonly beyond: readonly number[];
}

/**
 * The ranks in the history of a commit, itself among them. All ranks up to that of a mainline commit are in its history
 * (canonical order), so the walk by descending rank ends at the first mainline commit it meets.
 */
export function findSeen(rank: number, ancestorOf: (rank: number) => Ancestor): Seen {
  const waiting = new Set([rank]);
  const walked: number[] = [];
  while (waiting.size > 0) {
    const highest = highestOf(waiting);
    const ancestor = ancestorOf(highest);
    if (ancestor.isMainline) return { upTo: highest, beyond: walked.toReversed() };
    waiting.delete(highest);
    walked.push(highest);
    for (const parent of ancestor.parents) waiting.add(parent);
  }
  return { upTo: 0, beyond: walked.toReversed() };
}

// The set holds the open ends of side branches: a handful.
function highestOf(ranks: ReadonlySet<number>): number {
  let highest = 0;
  for (const rank of ranks) if (rank > highest) highest = rank;
  return highest;
}
