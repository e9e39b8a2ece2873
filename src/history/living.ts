import type { BlobOid, CommitOid, RepoPath } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { EventRow, HackKey, NodeKey, Place, Rank, Removal, Span } from '../model/lineage.ts';
import type { Sight } from '../model/marker.ts';
import type { IntMap } from './int-map.ts';

/** A node while it is folded: `hacks` is filled when its first commit has been matched. */
export interface LiveNode {
  readonly key: NodeKey;
  readonly path: RepoPath;
  /** Number of the path in this fold: the key of trees. */
  readonly pathKey: number;
  readonly blob: BlobOid;
  readonly sights: readonly Sight[];
  hacks: LiveHack[];
}

/** A hack while it is folded. */
export interface LiveHack {
  readonly key: HackKey;
  readonly id: HackId;
  readonly introduced: Rank;
  readonly birthplace: Place;
  place: Place;
  /** The older hack it turned out to be. */
  mergedInto: LiveHack | null;
  /** The younger hacks that turned out to be this one. */
  readonly absorbed: LiveHack[];
  /** Every node that shows it, by ascending key. */
  nodes: LiveNode[];
  /** The paths of these nodes, by their numbers. */
  readonly paths: Set<number>;
  moves: number;
  rewordings: number;
  reopened: number;
  touches: number;
  readonly rewrites: Rank[];
  open: Span[];
  removal: Removal | null;
}

/** What a commit's tree shows and which hacks its history holds. */
export interface TreeState {
  readonly oid: CommitOid | null;
  /** Marker-bearing nodes by path key. */
  readonly tree: IntMap<LiveNode>;
  /** Hacks introduced, copied or reopened in its history, by hack key. */
  readonly seen: IntMap<true>;
}

/** One marker of a node. */
export interface Spot {
  readonly node: LiveNode;
  readonly index: number;
  readonly sight: Sight;
}

/** An event before it becomes a row. */
export type LiveEvent = Omit<EventRow, 'hack' | 'into'> & { readonly hack: LiveHack; readonly into: LiveHack | null };

/** The hack that lives on under a hack's name. */
export function survivor(hack: LiveHack): LiveHack {
  return hack.mergedInto ? survivor(hack.mergedInto) : hack;
}

/** The markers of a node, in the order of the text. */
export function spotsOf(node: LiveNode): Spot[] {
  return node.sights.map((sight, index) => ({ node, index, sight }));
}

/** The hack a spot shows; undefined while its node is not yet matched. */
export function hackAt({ node, index }: Spot): LiveHack | undefined {
  const hack = node.hacks[index];
  return hack && survivor(hack);
}

/** Where a spot is, in full. */
export function placeOf({ node, sight }: Spot): Place {
  const { line, column, endLine, wording } = sight;
  return { path: node.path, blob: node.blob, line, column, endLine, wording };
}

/** Notes that a node shows a hack; nodes are noted in the order of their keys. */
export function attach(hack: LiveHack, node: LiveNode): void {
  if (hack.nodes.at(-1) === node) return;
  hack.nodes.push(node);
  hack.paths.add(node.pathKey);
}

/** Whether a tree shows a hack. */
export function isOpenIn({ tree }: TreeState, hack: LiveHack): boolean {
  for (const path of hack.paths) if (shows(tree.get(path), hack)) return true;
  return false;
}

/** The nodes of a tree that show a hack, by their keys. */
export function nodesIn({ tree }: TreeState, hack: LiveHack): LiveNode[] {
  const nodes = [...hack.paths].flatMap((path) => tree.get(path) ?? []);
  return nodes.filter((node) => shows(node, hack)).toSorted((one, other) => one.key - other.key);
}

/** A binary search: a hack may have stood in thousands of versions of a file. */
function shows(node: LiveNode | undefined, { nodes }: LiveHack): boolean {
  if (!node) return false;
  let [low, high] = [0, nodes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { key } = nodes[middle] as LiveNode;
    if (key === node.key) return true;
    if (key < node.key) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Whether a history holds the introduction of a hack, or of one that turned out to be the same. */
export function hasSeen(state: TreeState, hack: LiveHack): boolean {
  return state.seen.get(hack.key) === true || hack.absorbed.some((young) => state.seen.get(young.key) === true);
}
