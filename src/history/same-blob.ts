import type { BlobOid, RepoPath } from '../model/git.ts';
import { nameAffinity } from './alignment.ts';
import type { Delta } from './delta.ts';
import type { LiveNode } from './living.ts';
import type { Pairing } from './pairing.ts';

type Files = readonly [LiveNode, LiveNode];

/** Files that changed only their path: the old path is gone, or holds what came from yet another path (a swap). */
export function findSwappedFiles(delta: Delta): Files[] {
  const oldBlobs = new Map<BlobOid, Set<RepoPath>>();
  for (const { blob, path } of delta.before) oldBlobs.set(blob, (oldBlobs.get(blob) ?? new Set()).add(path));
  const heirs = new Map(delta.after.map((node) => [node.path, node]));
  return pairFiles(delta, ({ path }) => {
    const heir = heirs.get(path);
    return heir === undefined || oldBlobs.has(heir.blob);
  });
}

/** Files whose content went to another path while something else took the old one (`mv a b` and a new `a`): nothing stayed on its spot. */
export function findCarriedFiles(delta: Delta, pairing: Pairing): Files[] {
  return pairFiles(delta, ({ path }) => pairing.joinsBetween(path, path).length === 0);
}

/** Pairs equal blobs at different paths one to one, the most alike names first. */
function pairFiles(delta: Delta, isGone: (older: LiveNode) => boolean): Files[] {
  const sources = groupByBlob(delta.before.filter(isGone));
  const files: Files[] = [];
  for (const [blob, newer] of groupByBlob(delta.after)) {
    const older = sources.get(blob);
    if (older) files.push(...pairByName(older, newer));
  }
  return files;
}

function groupByBlob(nodes: readonly LiveNode[]): Map<BlobOid, LiveNode[]> {
  const groups = new Map<BlobOid, LiveNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.blob);
    if (group) group.push(node);
    else groups.set(node.blob, [node]);
  }
  return groups;
}

/** Above this many combinations equal files are paired in the order of their paths. */
const MOST_COMBINATIONS = 10_000;

function pairByName(older: readonly LiveNode[], newer: readonly LiveNode[]): Files[] {
  if (older.length * newer.length > MOST_COMBINATIONS) {
    return older.slice(0, newer.length).map((node, index) => [node, newer[index] as LiveNode]);
  }
  const candidates = older.flatMap((one) => newer.map((other): Files => [one, other]));
  const taken = new Set<LiveNode>();
  return candidates
    .toSorted((one, other) => nameAffinity(other[0].path, other[1].path) - nameAffinity(one[0].path, one[1].path))
    .filter(([one, other]) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    });
}
