import { createHash } from 'node:crypto';
import type { BlobOid } from '../../src/model/git.ts';
import type {
  EventRow,
  Fold,
  FoldTip,
  HackKey,
  HackRow,
  NodeKey,
  NodeSpan,
  Place,
  Position,
  Rank,
} from '../../src/model/lineage.ts';
import type { HackId } from '../../src/model/hack.ts';
import type { FoldToWrite, MinedBlob } from '../../src/model/store.ts';
import { type Story, type Told, oidOf } from './story.ts';

/** The blobs of the story with their markers, and as many without. */
export function blobsOf(story: Story): MinedBlob[] {
  return story.nodes.flatMap(({ blob, sights }) => [
    { blob, language: 'c', sights },
    { blob: oidOf<BlobOid>(`bare ${blob}`), language: 'c', sights: [] },
  ]);
}

/** What writes the commits of ranks `from`+1 to `to`, after a fold up to `from`. */
export function foldOf(story: Story, from: number, to: number): FoldToWrite {
  const before = from === 0 ? emptyFold : wholeFold(story, from);
  const fold = wholeFold(story, to);
  const old = new Set([...before.hacks, ...before.spans].map((row) => JSON.stringify(row)));
  const isNew = (row: unknown): boolean => !old.has(JSON.stringify(row));
  const told = story.told.slice(from, to);
  return {
    fold: {
      commits: told.map(({ row }) => row),
      nodes: fold.nodes.slice(before.nodes.length),
      events: fold.events.slice(before.events.length),
      hacks: fold.hacks.filter(isNew),
      spans: fold.spans.filter(isNew),
    },
    commits: told.map(({ commit }) => commit),
    tip: tipOf(story, to),
    foldKey: 'key',
    ruleset: 'rules',
    names: [],
    languageOf: () => 'c',
  };
}

const emptyFold: Fold = { commits: [], nodes: [], events: [], hacks: [], spans: [] };

function tipOf(story: Story, to: number): FoldTip {
  const tip = story.told[to - 1]?.row;
  if (!tip?.position) throw new Error(`rank ${to} is not on the mainline`);
  return { oid: tip.oid, rank: tip.rank, position: tip.position };
}

function wholeFold(story: Story, to: number): Fold {
  const told = story.told.slice(0, to);
  const last = Math.max(0, ...told.flatMap(({ row }) => row.changes.map(({ after }) => after ?? 0)));
  const events = story.events.filter(({ rank }) => rank <= to);
  const spans = spansOf(told);
  return {
    commits: told.map(({ row }) => row),
    nodes: story.nodes.slice(0, last),
    events,
    hacks: hacksOf(events, told),
    spans,
  };
}

function spansOf(told: readonly Told[]): NodeSpan[] {
  const open = new Map<NodeKey, Position>();
  const spans: NodeSpan[] = [];
  for (const { row, tree } of told) {
    if (row.position === null) continue;
    const here = new Set([...tree.values()].map(({ key }) => key));
    for (const [node, from] of open) {
      if (here.has(node)) continue;
      spans.push({ node, from, to: row.position });
      open.delete(node);
    }
    for (const node of here) if (!open.has(node)) open.set(node, row.position);
  }
  return [...spans, ...[...open].map(([node, from]) => ({ node, from, to: null }))];
}

function hacksOf(events: readonly EventRow[], told: readonly Told[]): HackRow[] {
  const hacks = new Map<HackKey, HackRow>();
  for (const { hack: key, kind, rank, before, after } of events) {
    const landed = told[rank - 1]?.row.landed ?? null;
    const old = hacks.get(key);
    if (kind === 'introduced' && after) hacks.set(key, newborn(key, { rank, after, landed }));
    if (kind !== 'removed' || !before || !old) continue;
    const open = old.open.flatMap((span) => (landed !== null && landed > span.from ? [{ ...span, to: landed }] : []));
    hacks.set(key, { ...old, place: before, open, removal: { rank, landed, place: before } });
  }
  return [...hacks.values()];
}

function newborn(
  key: HackKey,
  { rank, after, landed }: { rank: Rank; after: Place; landed: Position | null },
): HackRow {
  const open = landed === null ? [] : [{ from: landed, to: null }];
  const life = { mergedInto: null, moves: 0, rewordings: key % 3, reopened: 0, touches: key % 11 };
  const id = `hd-${createHash('sha256').update(`${key}`).digest('hex').slice(0, 16)}` as HackId;
  return {
    key,
    id,
    introduced: rank,
    birthplace: after,
    place: after,
    ...life,
    rewrites: key % 4 === 0 ? [rank] : [],
    open,
    removal: null,
  };
}
