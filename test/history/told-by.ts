import type { RepoPath } from '../../src/model/git.ts';
import type { Fold, HackKey, HackRow, Rank } from '../../src/model/lineage.ts';
import type { Told, ToldHack, ToldSight } from '../truth/compare.ts';
import type { FoldableHistory } from './foldable-history.ts';
import { blobOf } from './foldable-history.ts';

/** What the whole fold of a generated history tells, in the words of the comparison with the truth. */
export function toldBy(fold: Fold, { history, sightsOf, oidOf }: FoldableHistory): Told {
  const byKey = new Map(fold.hacks.map((hack) => [hack.key, hack]));
  const nodes = new Map(fold.nodes.map((node) => [`${node.path} ${node.blob}`, node]));
  const made = new Map<string, ReadonlyMap<string, string>>(
    history.commits.map(({ name, texts }) => [oidOf(name), texts]),
  );
  const sightsAt = (path: string, text: string): ToldSight[] => {
    const hacks = nodes.get(`${path} ${blobOf(text)}`)?.hacks ?? [];
    const sights = sightsOf(path as RepoPath, blobOf(text));
    return sights.map(({ line }, index) => ({ path, line, id: survivorOf(byKey, hacks[index])?.id ?? 'no hack' }));
  };
  return {
    hacks: toldHacks(fold, byKey),
    openAt: (oid) => [...(made.get(oid) ?? [])].flatMap(([path, text]) => sightsAt(path, text)),
  };
}

type ByKey = ReadonlyMap<HackKey, HackRow>;

function survivorOf(byKey: ByKey, key: HackKey | undefined): HackRow | undefined {
  const hack = key === undefined ? undefined : byKey.get(key);
  return hack && hack.mergedInto !== null ? survivorOf(byKey, hack.mergedInto) : hack;
}

function toldHacks({ commits, hacks, events }: Fold, byKey: ByKey): ToldHack[] {
  const byRank = new Map(commits.map((commit) => [commit.rank, commit]));
  const mainline = new Map(commits.map(({ position, oid }) => [position, oid]));
  const oidAt = (rank: Rank): string => byRank.get(rank)?.oid ?? `rank ${rank}`;
  const landing = (rank: Rank): string => mainline.get(byRank.get(rank)?.landed ?? null) ?? `landing of rank ${rank}`;
  const moves = new Map<HackRow, string[]>();
  for (const { kind, hack, rank } of events) {
    const life = survivorOf(byKey, hack);
    if (kind === 'moved' && life) moves.set(life, [...(moves.get(life) ?? []), oidAt(rank)]);
  }
  return hacks
    .filter(({ mergedInto }) => mergedInto === null)
    .map((hack) => ({
      id: hack.id,
      introduced: oidAt(hack.introduced),
      landed: hack.open.length > 0 ? landing(hack.introduced) : null,
      removed: hack.removal ? oidAt(hack.removal.rank) : null,
      moves: moves.get(hack) ?? [],
    }));
}
