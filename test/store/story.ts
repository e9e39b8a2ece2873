import { createHash } from 'node:crypto';
import type { BlobOid, Commit, CommitOid, RepoPath } from '../../src/model/git.ts';
import type {
  CommitRow,
  EventKind,
  EventRow,
  HackKey,
  NodeChange,
  NodeKey,
  Place,
  Position,
  Rank,
  SightedNode,
} from '../../src/model/lineage.ts';
import type { Wording } from '../../src/model/marker.ts';

/** How large a history: mainline steps, and how many files live at once. */
export interface Size {
  readonly steps: number;
  readonly files: number;
  readonly seed: number;
}

/** A commit of the story, with the marker-bearing nodes of its tree by path. */
export interface Told {
  readonly row: CommitRow;
  readonly commit: Commit;
  readonly tree: ReadonlyMap<string, SightedNode>;
}

/** A made-up history of a ship's galley: every commit with its tree, every node, every event, in canonical order. */
export interface Story {
  readonly told: readonly Told[];
  readonly nodes: readonly SightedNode[];
  readonly events: readonly EventRow[];
}

/** Random numbers from a seed (mulberry32): below `n`. */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** A made-up oid. */
export const oidOf = <Oid extends string>(name: string): Oid => createHash('sha1').update(name).digest('hex') as Oid;

class Teller {
  readonly told: Told[] = [];
  readonly nodes: SightedNode[] = [];
  readonly events: EventRow[] = [];
  readonly #size: Size;
  readonly #roll: (n: number) => number;
  #hacks = 0;
  #position = 0;

  constructor(size: Size) {
    this.#size = size;
    this.#roll = dice(size.seed);
  }

  tell(): Story {
    for (let step = 0; step < this.#size.steps; step++) {
      const isMerge = this.#position > 2 && this.#roll(4) === 0;
      if (isMerge) this.#merge(step);
      else this.#commit({ onMain: true, parent: this.#mainTip(), path: this.#path(step) });
    }
    return this;
  }

  #path(step: number): string {
    return `galley/${step < this.#size.files ? step : this.#roll(this.#size.files)}.c`;
  }

  #mainTip(): Told | undefined {
    return this.told.findLast(({ row }) => row.position !== null);
  }

  // A side branch of one to three commits on a file of its own, from somewhere on the mainline, and its merge.
  #merge(step: number): void {
    const main = this.told.filter(({ row }) => row.position !== null).slice(-8);
    const path = `galley/side-${step}.c`;
    let side = main[this.#roll(main.length)];
    for (let left = 1 + this.#roll(3); left > 0; left--) side = this.#commit({ onMain: false, parent: side, path });
    const tip = this.#mainTip();
    const landed = side?.tree.get(path);
    const tree = new Map(tip?.tree);
    if (landed) tree.set(path, landed);
    const changes = landed ? [{ path: landed.path, before: null, after: landed.key }] : [];
    this.#record({ tree, changes, parents: [tip, side], onMain: true });
  }

  #commit({ onMain, parent, path }: { onMain: boolean; parent: Told | undefined; path: string }): Told {
    const before = parent?.tree.get(path) ?? null;
    const rank = (this.told.length + 1) as Rank;
    const after = this.#edit(path, before, rank);
    const tree = new Map(parent?.tree);
    if (after) tree.set(path, after);
    else tree.delete(path);
    const isChange = before !== null || after !== null;
    const change = { path: path as RepoPath, before: before?.key ?? null, after: after?.key ?? null };
    return this.#record({ tree, changes: isChange ? [change] : [], parents: [parent], onMain });
  }

  // The last marker goes, or one more comes, or nothing happens to the markers but the text.
  #edit(path: string, before: SightedNode | null, rank: Rank): SightedNode | null {
    const old = before?.sights ?? [];
    const oldHacks = before?.hacks ?? [];
    const what = this.#roll(5);
    const sights =
      what === 0
        ? old.slice(0, -1)
        : old.map((sight) => ({ ...sight, line: sight.line + 1, endLine: sight.line + 1 + this.#roll(2) }));
    const hacks = oldHacks.slice(0, sights.length);
    if (what > 2 && sights.length < 12) {
      hacks.push(++this.#hacks as HackKey);
      const line = (sights.at(-1)?.line ?? 0) + 3;
      sights.push({ wording: this.#wording(this.#hacks), line, column: 4, endLine: line });
    }
    const node = sights.length === 0 ? null : this.#node(path, { hacks, sights });
    if (what === 0 && before) this.#event('removed', rank, { before, after: null, i: old.length - 1 });
    if (node && hacks.length > oldHacks.length) {
      this.#event('introduced', rank, { before: null, after: node, i: hacks.length - 1 });
    }
    return node;
  }

  #wording(n: number): Wording {
    const around = { before: this.#roll(2 ** 32), code: this.#roll(2 ** 32), scope: 0 };
    const issues = n % 5 === 0 ? [`#${n}`, 'ABC-1'] : [];
    const enclosing = n % 2 === 0 ? 'stirPot' : null;
    const text = `salt the soup of table ${n}, don't taste it`;
    return { kind: 'tag', tag: 'TODO', text, owner: null, issues, due: null, priority: n % 3, enclosing, around };
  }

  #node(path: string, { hacks, sights }: Pick<SightedNode, 'hacks' | 'sights'>): SightedNode {
    const key = (this.nodes.length + 1) as NodeKey;
    const node = { key, path: path as RepoPath, blob: oidOf<BlobOid>(`blob ${key}`), hacks, sights };
    this.nodes.push(node);
    return node;
  }

  #event(
    kind: EventKind,
    rank: Rank,
    { before, after, i }: { before: SightedNode | null; after: SightedNode | null; i: number },
  ): void {
    const hack = (after ?? before)?.hacks[i];
    if (hack === undefined) return;
    this.events.push({
      hack,
      kind,
      rank,
      before: placeIn(before, i),
      after: placeIn(after, i),
      into: null,
      why: 'told',
    });
  }

  #record({
    tree,
    changes,
    parents,
    onMain,
  }: {
    tree: Map<string, SightedNode>;
    changes: NodeChange[];
    parents: (Told | undefined)[];
    onMain: boolean;
  }): Told {
    if (onMain) this.#position++;
    const rank = (this.told.length + 1) as Rank;
    const known = parents.filter((parent) => parent !== undefined);
    const name = oidOf<CommitOid>(`commit ${rank}`);
    const position = onMain ? (this.#position as Position) : null;
    const landed = (onMain ? this.#position : this.#position + 1) as Position;
    const row = { rank, oid: name, parents: known.map((parent) => parent.row.rank), position, landed, changes };
    const cook = { name: `Cook ${rank % 7}`, email: `cook${rank % 7}@galley.test` };
    const time = { seconds: 1_700_000_000 + rank * 600, offsetMinutes: 60 };
    const message = `Stir pot ${rank}\n\nCo-authored-by: Mate <mate@galley.test>\n`;
    const people = { author: cook, authorTime: time, committer: cook, commitTime: time };
    const told = {
      row,
      commit: { oid: name, parents: known.map(({ commit }) => commit.oid), ...people, message },
      tree,
    };
    this.told.push(told);
    return told;
  }
}

function placeIn(node: SightedNode | null, i: number): Place | null {
  const sight = node?.sights[i];
  return node && sight ? { path: node.path, blob: node.blob, ...sight } : null;
}

/** Tells a story; the same size and seed tell the same. */
export function tellStory(size: Size): Story {
  const { told, nodes, events } = new Teller(size).tell();
  return { told, nodes, events };
}
