import type { BlobOid, RepoPath } from '../model/git.ts';
import type { NodeKey } from '../model/lineage.ts';
import type { Sight } from '../model/marker.ts';
import type { LiveNode } from './living.ts';

/** The markers of a blob at a path, in the order of the text; empty if it holds none. */
export type SightsOf = (path: RepoPath, blob: BlobOid) => readonly Sight[];

/** Every node of the fold, once. */
export class NodeBook {
  readonly #nodes = new Map<string, LiveNode>();
  readonly #pathKeys = new Map<RepoPath, number>();
  #lastKey: number;

  constructor(lastKey = 0) {
    this.#lastKey = lastKey;
  }

  /** Whether some version of a file holds markers, as far as the fold knows. */
  hasPath(path: RepoPath): boolean {
    return this.#pathKeys.has(path);
  }

  /** Number of a path in this fold, from 0. */
  pathKey(path: RepoPath): number {
    const known = this.#pathKeys.get(path);
    if (known !== undefined) return known;
    this.#pathKeys.set(path, this.#pathKeys.size);
    return this.#pathKeys.size - 1;
  }

  find(path: RepoPath, blob: BlobOid): LiveNode | undefined {
    return this.#nodes.get(nodeKey(path, blob));
  }

  /** A node seen for the first time; its hacks are filled in by the matching. */
  add(path: RepoPath, blob: BlobOid, sights: readonly Sight[]): LiveNode {
    return this.restore({ key: ++this.#lastKey as NodeKey, path, blob, sights });
  }

  /** Takes in a node of the past, under its own key. */
  restore(node: Omit<LiveNode, 'pathKey' | 'hacks'>): LiveNode {
    const live: LiveNode = { ...node, pathKey: this.pathKey(node.path), hacks: [] };
    this.#nodes.set(nodeKey(node.path, node.blob), live);
    return live;
  }
}

function nodeKey(path: RepoPath, blob: BlobOid): string {
  return `${blob} ${path}`;
}
