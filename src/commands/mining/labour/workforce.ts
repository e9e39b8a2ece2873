import type { Crew, CrewPlan } from './crew.ts';
import { labourHere, type Answer, type Ask, type DoPart, type PartName } from './labour.ts';

/** Who does the dear parts of mining: this thread, or a crew once there is much to do. */
export interface Workforce {
  readonly work: DoPart;
  /** How many parts are done at a time, from 1 on. */
  readonly size: () => number;
  /** Says that there will be much to do: threads are started, if more than one may work, and the next parts are theirs. */
  readonly expectMuch: () => void;
  readonly close: () => Promise<void>;
}

/** A workforce that is this thread alone, until much is expected. */
export function openWorkforce(plan: CrewPlan): Workforce {
  const here = labourHere(plan);
  let crew: Promise<Crew> | undefined;
  return {
    work: (name, ask) => (crew ? crew.then(({ work }) => work(name, ask)) : here(name, ask)),
    size: () => (crew ? plan.jobs : 1),
    expectMuch: () => {
      if (plan.jobs > 1) crew ??= import('./crew.ts').then((module) => new module.Crew(plan));
    },
    close: async () => (await crew)?.dismiss(),
  };
}

/** Parts that may wait for an earlier one to be handed on, for each that is done at a time. */
const AHEAD = 4;

/** Has parts of one kind done and hands each on with its answer, in their order, whoever was first; so many are under way that nobody idles. */
export async function* answersOf<Name extends PartName, Own extends Ask<Name>>(
  workforce: Workforce,
  name: Name,
  asks: readonly Own[],
): AsyncGenerator<readonly [Own, Answer<Name>]> {
  const most = workforce.size() === 1 ? 1 : AHEAD * workforce.size();
  const answers: Promise<Answer<Name>>[] = [];
  for (const [index, ask] of asks.entries()) {
    while (answers.length < Math.min(asks.length, index + most)) {
      const answer = workforce.work(name, asks[answers.length] as Own);
      // The first that fails ends it all; what became of those behind it does not matter then.
      answer.catch(() => undefined);
      answers.push(answer);
    }
    yield [ask, (await answers[index]) as Answer<Name>];
  }
}

/** Cuts what is to be done into parts of so many. */
export function cutInto<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}
