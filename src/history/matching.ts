import { alignGroup } from './alignment.ts';
import { Claims } from './claims.ts';
import type { Delta } from './delta.ts';
import type { Level } from './levels.ts';
import { KEPT_TWICE, LAST_LEVELS, LEVELS, MERGE_LEVEL, SAME_BLOB, SAME_HACK, STAYED } from './levels.ts';
import type { LiveHack, LiveNode, Spot } from './living.ts';
import { hackAt, spotsOf } from './living.ts';
import { Pairing } from './pairing.ts';
import { joinByScore } from './rewording.ts';
import { findCarriedFiles, findSwappedFiles } from './same-blob.ts';
import { countWords, isTerse, namesCode } from './similarity.ts';

/** Two markers that are one hack. `why` names the level that joined them. */
export interface Match {
  readonly before: Spot;
  readonly after: Spot;
  readonly why: string;
  readonly score: number;
}

/** What the markers of a commit were matched with, by parent. */
export interface Matching {
  readonly matches: readonly (readonly Match[])[];
  /** Leftovers of a parent that read like a marker which is known to be another hack: they may have been one all along. */
  readonly encounters: readonly (readonly Match[])[];
}

/**
 * Joins the markers of a commit with those of all its parents, the surest pairs of the whole commit first: versions seen before; files
 * that only changed their path; then level by level (see levels.ts); then all the rest by score, equal texts and reworded ones alike.
 * Never file by file nor parent by parent, so that swapped paths, a new file under an old name and a merge's sides come out right.
 */
export function matchDeltas(deltas: readonly Delta[], isLost: (hack: LiveHack) => boolean): Matching {
  const claims = new Claims();
  const pairings = deltas.map((delta) => new Pairing(delta, { claims, isLost }));
  const join = (step: (pairing: Pairing) => void): void => {
    for (const pairing of pairings) if (!pairing.isDone) step(pairing);
  };
  const joinLevels = (levels: readonly Level[]): void => {
    for (const level of levels) join((pairing) => joinLevel(pairing, level));
  };
  join(joinKnown);
  join((pairing) => joinFiles(pairing, findSwappedFiles(pairing.delta)));
  joinLevels(LEVELS.filter(({ score }) => score >= STAYED));
  join((pairing) => joinFiles(pairing, findCarriedFiles(pairing.delta, pairing)));
  joinLevels(LEVELS.filter(({ score }) => score < STAYED));
  joinByScore(pairings);
  joinLevels(LAST_LEVELS);
  if (pairings.length > 1) {
    join(joinKeptTwice);
    join(joinMade);
  }
  return {
    matches: pairings.map(({ matches }) => matches),
    encounters: pairings.map((pairing) => (pairing.isDone ? [] : findEncounters(pairing))),
  };
}

/** A node that an earlier commit had knows its hacks already. */
function joinKnown(pairing: Pairing): void {
  const known = new Map<LiveHack, Spot[]>();
  for (const spot of pairing.unmet) {
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
  for (const match of matchLevel(level, pairing, pairing.after)) pairing.join(match);
}

function matchLevel(level: Level, pairing: Pairing, newer: Iterable<Spot>): Match[] {
  const groups = groupByKey(level, pairing.before);
  const matches: Match[] = [];
  for (const [key, after] of groupByKey(level, newer)) {
    const before = groups.get(key);
    if (!before || (level.isUnique && !isOnlyOne(level, pairing.delta, key))) continue;
    const pairs = alignGroup({ before, after, reach: level.reach }, pairing);
    for (const [older, twin] of pairs)
      matches.push({ before: older, after: twin, why: level.name, score: level.score });
  }
  return matches;
}

/** Whether no other marker of the changed files, joined or not, has the key. */
function isOnlyOne(level: Level, { before, after }: Delta, key: string): boolean {
  const count = (nodes: readonly LiveNode[]): number =>
    nodes.flatMap(spotsOf).filter((spot) => levelKey(level, spot) === key).length;
  return count(before) === 1 && count(after) === 1;
}

function groupByKey(level: Level, spots: Iterable<Spot>): Map<string, Spot[]> {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = levelKey(level, spot);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(spot);
    else groups.set(key, [spot]);
  }
  return groups;
}

/** What two spots must share to be joined on a level; undefined where the level cannot speak of this spot. */
function levelKey(level: Level, { node, sight }: Spot): string | undefined {
  const { tag, text, around } = sight.wording;
  if (!level.allowTerse && isTerse(text)) return undefined;
  if (level.namesCode && !namesCode(text)) return undefined;
  if (level.leastWords > 0 && countWords(text) < level.leastWords) return undefined;
  let key = level.reach === 'same path' ? `${node.path}\0${tag}\0${text}` : `${tag}\0${text}`;
  for (const neighbour of level.neighbours) {
    if (around[neighbour] === 0 && !level.allowAbsent) return undefined;
    key += `\0${around[neighbour]}`;
  }
  return key;
}

/** A merge may keep a hack in two places, as when one side renamed its file and the merge has both names: none of them is new. */
function joinKeptTwice(pairing: Pairing): void {
  const homes = new Map<string, Spot>();
  for (const before of pairing.delta.before.flatMap(spotsOf)) {
    const key = levelKey(KEPT_TWICE, before);
    if (key !== undefined) homes.set(key, before);
  }
  for (const after of pairing.after) {
    const before = homes.get(levelKey(KEPT_TWICE, after) ?? '');
    if (before) pairing.joinAgain({ before, after, why: KEPT_TWICE.name, score: KEPT_TWICE.score });
  }
}

/** What a merge would drop and what it would make up are one, if they read the same. */
function joinMade(pairing: Pairing): void {
  const matches = matchLevel(MERGE_LEVEL, pairing, pairing.after);
  for (const match of matches.filter(({ before }) => !pairing.isLost(before))) pairing.join(match);
  for (const match of matches) pairing.join(match);
}

function findEncounters(pairing: Pairing): Match[] {
  const claimed = [...pairing.unmet];
  const matches = LEVELS.flatMap((level) => matchLevel(level, pairing, claimed));
  const met = new Set<Spot>();
  return matches.filter(({ before, after }) => {
    if (met.has(before) || met.has(after)) return false;
    met.add(before).add(after);
    return true;
  });
}
