import type { CommitOid } from '../model/git.ts';
import type { CommitRow, EventRow, Fold, HackRow, NodeRow, NodeSpan, Place, Rank } from '../model/lineage.ts';
import type { FoldedStep } from './lineage.ts';
import type { LiveEvent, LiveHack, LiveNode, TreeState } from './living.ts';
import { hackAt, nodesIn, placeOf, spotsOf } from './living.ts';

/** What a lineage leaves when it is done. */
export interface Harvest {
  readonly steps: readonly FoldedStep[];
  readonly rankOf: ReadonlyMap<CommitOid, Rank>;
  readonly fresh: readonly LiveNode[];
  readonly events: readonly LiveEvent[];
  readonly dirty: ReadonlySet<LiveHack>;
  readonly tip: TreeState;
  readonly spans: readonly NodeSpan[];
}

/** Rows of a fold: commits by rank, nodes and hacks by key, events as they happened. */
export function foldRows(harvest: Harvest): Fold {
  const hacks = [...harvest.dirty].toSorted((one, other) => one.key - other.key);
  return {
    commits: commitRows(harvest),
    nodes: harvest.fresh.map(nodeRow),
    events: harvest.events.map(eventRow),
    hacks: hacks.map((hack) => hackRow(hack, harvest.tip)),
    spans: harvest.spans,
  };
}

function commitRows({ steps, rankOf }: Harvest): CommitRow[] {
  const ranks = new Map(rankOf);
  for (const { step } of steps) ranks.set(step.commit.oid, step.rank);
  return steps.map(({ step, changes }) => ({
    rank: step.rank,
    oid: step.commit.oid,
    parents: step.commit.parents.flatMap((oid) => ranks.get(oid) ?? []),
    position: step.position,
    landed: step.landed,
    changes,
  }));
}

function nodeRow({ key, path, blob, hacks }: LiveNode): NodeRow {
  return { key, path, blob, hacks: hacks.map((hack) => hack.key) };
}

function eventRow({ hack, kind, rank, before, after, into, why }: LiveEvent): EventRow {
  return { hack: hack.key, kind, rank, before, after, into: into?.key ?? null, why };
}

function hackRow(hack: LiveHack, tip: TreeState): HackRow {
  const { key, id, introduced, birthplace, moves, rewordings, reopened, touches, rewrites, open, removal } = hack;
  return {
    key,
    id,
    introduced,
    birthplace,
    place: placeAt(hack, tip),
    mergedInto: hack.mergedInto?.key ?? null,
    moves,
    rewordings,
    reopened,
    touches,
    rewrites: [...rewrites],
    open: [...open],
    removal: hack.mergedInto ? null : removal,
  };
}

/** Where the tip shows the hack (the first of several places), else where it stood last. */
function placeAt(hack: LiveHack, tip: TreeState): Place {
  if (hack.mergedInto) return hack.place;
  const places = nodesIn(tip, hack)
    .flatMap((node) => spotsOf(node).filter((spot) => hackAt(spot) === hack))
    .map(placeOf);
  return places.toSorted(comparePlaces)[0] ?? hack.removal?.place ?? hack.place;
}

/** By path in code units, then line, then column. */
export function comparePlaces(one: Place, other: Place): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
