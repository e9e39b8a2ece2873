import type { LiveHack, LiveNode, Spot } from './living.ts';
import { hackAt, spotsOf } from './living.ts';
import { alignGroup } from './alignment.ts';
import type { Level } from './levels.ts';
import { LEVELS, SAME_BLOB, SAME_HACK, STAYED } from './levels.ts';
import { Pairing } from './pairing.ts';
import { findReworded } from './rewording.ts';
import { findCarriedFiles, findSwappedFiles } from './same-blob.ts';

/** The marker-bearing nodes by which two trees differ: those only the older has, and those only the newer has, by ascending path. */
export interface Delta {
  readonly before: readonly LiveNode[];
  readonly after: readonly LiveNode[];
}

/** Two markers that are one hack. `why` names the level that joined them. */
export interface Match {
  readonly before: Spot;
  readonly after: Spot;
  readonly why: string;
  readonly score: number;
}

/**
 * Joins the markers of two trees, each at most once, the surest pairs of the whole commit first: files that only changed their
 * path; the same spot of the same file; then level by level (see levels.ts); last the reworded. Never file by file, so that
 * swapped paths and a new file under an old name come out right.
 */
export function matchDelta(delta: Delta): Match[] {
  const pairing = new Pairing(delta.before.flatMap(spotsOf), delta.after.flatMap(spotsOf));
  if (pairing.isDone) return [];
  joinKnown(pairing);
  joinFiles(pairing, findSwappedFiles(delta));
  for (const level of LEVELS) if (level.score >= STAYED) joinLevel(pairing, level);
  joinFiles(pairing, findCarriedFiles(delta, pairing));
  for (const level of LEVELS) if (level.score < STAYED) joinLevel(pairing, level);
  for (const match of findReworded(pairing)) pairing.join(match);
  return pairing.matches;
}

/** A node that an earlier commit had knows its hacks already. */
function joinKnown(pairing: Pairing): void {
  const known = new Map<LiveHack, Spot[]>();
  for (const spot of pairing.after) {
    const hack = hackAt(spot);
    if (hack) known.set(hack, [...(known.get(hack) ?? []), spot]);
  }
  if (known.size === 0) return;
  for (const before of pairing.before) {
    const hack = hackAt(before);
    const spots = (hack && known.get(hack)) ?? [];
    const after = spots.find(({ node }) => node.path === before.node.path) ?? spots[0];
    if (after) pairing.join({ before, after, why: SAME_HACK.name, score: SAME_HACK.score });
  }
}

function joinFiles(pairing: Pairing, files: Iterable<readonly [LiveNode, LiveNode]>): void {
  for (const [older, newer] of files) {
    const after = spotsOf(newer);
    for (const before of spotsOf(older)) {
      const twin = after[before.index];
      if (twin) pairing.join({ before, after: twin, why: SAME_BLOB.name, score: SAME_BLOB.score });
    }
  }
}

function joinLevel(pairing: Pairing, level: Level): void {
  if (pairing.isDone) return;
  const groups = new Map<string, Spot[]>();
  for (const spot of pairing.before) {
    const key = levelKey(level, spot);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(spot);
    else groups.set(key, [spot]);
  }
  const partners = new Map<string, Spot[]>();
  for (const spot of pairing.after) {
    const key = levelKey(level, spot);
    if (key === undefined || !groups.has(key)) continue;
    const group = partners.get(key);
    if (group) group.push(spot);
    else partners.set(key, [spot]);
  }
  for (const [key, after] of partners) {
    const pairs = alignGroup({ before: groups.get(key) ?? [], after, reach: level.reach }, pairing);
    for (const [before, twin] of pairs) pairing.join({ before, after: twin, why: level.name, score: level.score });
  }
}

/** What two spots must share to be joined on a level; undefined where the level cannot speak of this spot. */
function levelKey(level: Level, { node, sight }: Spot): string | undefined {
  const { tag, text, around } = sight.wording;
  if (!level.allowTerse && isTerse(text)) return undefined;
  let key = level.reach === 'same path' ? `${node.path}\0${tag}\0${text}` : `${tag}\0${text}`;
  for (const neighbour of level.neighbours) {
    if (around[neighbour] === 0 && !level.allowAbsent) return undefined;
    key += `\0${around[neighbour]}`;
  }
  return key;
}

/** A text that says too little to know a hack by: less than two words, or than eight letters. */
export function isTerse(text: string): boolean {
  return text.length < 8 || !text.includes(' ');
}
