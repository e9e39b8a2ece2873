import type { StoredHack } from '../../model/store.ts';
import type { LineLife } from '../../model/trend.ts';
import { matchTold } from '../telling/paths.ts';
import type { Session } from './session.ts';

/** The lives of all hacks that ever stood on the mainline, and when the mainline began; by the landed clock. */
export interface LineLives {
  readonly lives: readonly LineLife[];
  readonly begun: Date;
}

/** What never reached the mainline has no life here. */
export async function readLineLives(session: Session): Promise<LineLives> {
  const { store, line, request } = session;
  const { now } = request.outside;
  const isTold = matchTold(session);
  const mainline = await store.readMainline(line.name, Math.floor(now.getTime() / 1000));
  const clock = mainline.map(({ landedAt }) => landedAt);
  const landedAt = (position: number): number => clock[position - 1] ?? 0;
  const hacks = await store.readHacks(line.name);
  return {
    lives: hacks
      .filter(({ open, place }) => open.length > 0 && isTold(place.path))
      .map((hack) => lifeOf(hack, landedAt)),
    begun: clock[0] === undefined ? now : new Date(clock[0] * 1000),
  };
}

function lifeOf({ open, removal, mergedInto }: StoredHack, landedAt: (position: number) => number): LineLife {
  return {
    stays: open.map(({ from, to }) => ({ from: landedAt(from), to: to === null ? null : landedAt(to) })),
    fate: removal?.verdict?.fate ?? null,
    isMerged: mergedInto !== null,
  };
}
