import type { Wording } from '../model/marker.ts';
import type { Delta } from './delta.ts';
import type { LiveHack, LiveNode } from './living.ts';
import { attach, survivor } from './living.ts';

/** Two versions of one file that show the same markers in the same order. */
export type SteadyFile = readonly [LiveNode, LiveNode];

/**
 * The files of a commit whose new versions all show what the old ones did, each marker between the same lines: most commits are such,
 * and need no search. Undefined for all others: if any file differs, came, went, was seen before, or has what another one had.
 */
export function findSteadyFiles(deltas: readonly Delta[]): SteadyFile[] | undefined {
  const [delta, ...others] = deltas;
  if (!delta || others.length > 0 || delta.before.length !== delta.after.length) return undefined;
  const blobs = new Set(delta.before.map(({ blob }) => blob));
  const files: SteadyFile[] = [];
  for (const [index, after] of delta.after.entries()) {
    const before = delta.before[index];
    if (!before || before.path !== after.path || after.hacks.length > 0 || blobs.has(after.blob)) return undefined;
    if (!showSame(before, after)) return undefined;
    files.push([before, after]);
  }
  return files;
}

function showSame(before: LiveNode, after: LiveNode): boolean {
  if (before.sights.length !== after.sights.length) return false;
  return before.sights.every(({ wording }, index) => isSame(wording, after.sights[index]?.wording));
}

function isSame(one: Wording, other: Wording | undefined): boolean {
  if (one === other || !other) return one === other;
  const [here, there] = [one.around, other.around];
  const isPlace = here.before === there.before && here.code === there.code && here.scope === there.scope;
  return isPlace && one.tag === other.tag && one.text === other.text;
}

/** Hands a file's hacks on to its next version. */
export function handOn([before, after]: SteadyFile): LiveHack[] {
  after.hacks = before.hacks.map(survivor);
  for (const hack of after.hacks) {
    attach(hack, after);
    hack.touches++;
  }
  return after.hacks;
}
