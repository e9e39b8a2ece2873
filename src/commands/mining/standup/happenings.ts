import type { Fate } from '../../../model/hack.ts';
import type { HackKey, Place } from '../../../model/lineage.ts';
import type { StoredCommit, StoredHack } from '../../../model/store.ts';
import type { Session } from '../session.ts';
import { isWithin, type StandupWindow } from './window.ts';

/** One thing that happened to one hack, and the commit in which it did. */
export interface Happening {
  readonly kind: 'admitted' | 'removed' | 'moved';
  readonly hack: StoredHack;
  readonly place: Place;
  readonly commit: StoredCommit;
  /** Of what is gone: what was admitted may be gone again. */
  readonly fate: Fate | null;
  /** Null for the mainline. */
  readonly branch: string | null;
}

/** What the line's history holds, by the committer's clock: what came, what went, and what moved of the older ones. */
export async function happenedOnLine(
  { store, line }: Session,
  hacks: ReadonlyMap<HackKey, StoredHack>,
  window: StandupWindow,
): Promise<Happening[]> {
  const told = [...hacks.values()].filter(({ open, mergedInto }) => open.length > 0 && mergedInto === null);
  const isNow = ({ commitTime }: StoredCommit): boolean => isWithin(window, commitTime.seconds);
  const admitted = told
    .filter(({ introduced }) => isNow(introduced))
    .toSorted((one, other) => Number(one.removal !== null) - Number(other.removal !== null))
    .map((hack): Happening => {
      const fate = hack.removal?.verdict?.fate ?? null;
      return { kind: 'admitted', hack, place: hack.place, commit: hack.introduced, fate, branch: null };
    });
  const removed = told.flatMap((hack): Happening[] => {
    const { removal } = hack;
    if (!removal || removal.landed === null || !isNow(removal.commit)) return [];
    const { commit, place, verdict } = removal;
    return [{ kind: 'removed', hack, place, commit, fate: verdict?.fate ?? null, branch: null }];
  });
  const moves = (await store.readEventsSince(line.name, window.since)).flatMap((event): Happening[] => {
    const hack = hacks.get(event.hack);
    const isTold = event.kind === 'moved' && hack?.removal === null && hack.mergedInto === null && isNow(event.commit);
    if (!isTold || !hack || isNow(hack.introduced)) return [];
    return [{ kind: 'moved', hack, place: hack.place, commit: event.commit, fate: null, branch: null }];
  });
  return [...admitted, ...removed, ...moves];
}
