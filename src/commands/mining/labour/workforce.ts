import type { Request } from '../../../model/request.ts';
import type { Crew, CrewPlan } from './crew.ts';
import type { Answer, Ask, DoPart, PartName, Tools } from './labour.ts';
import { tuneForLongRun } from './tune.ts';

/** Who does the dear parts of mining: this thread, or a crew once there is much to do. */
export interface Workforce {
  readonly work: DoPart;
  /** How many parts are done at a time, from 1 on. */
  readonly size: () => number;
  /** Says that there will be much to do: threads are started, if more than one may work, and the next parts are theirs. */
  readonly expectMuch: () => void;
  /** Says that there is nothing left to do but, maybe, a little, which this thread does: threads go, with their memory. */
  readonly rest: () => void;
  readonly close: () => Promise<void>;
}

/** A workforce that is this thread alone, until much is expected. */
export function openWorkforce(plan: CrewPlan): Workforce {
  // Not loaded before there is work: most runs have none.
  let here: Promise<DoPart> | undefined;
  let crew: Promise<Crew> | undefined;
  let leaving: Promise<unknown> = Promise.resolve();
  const rest = (): void => {
    leaving = Promise.all([leaving, crew?.then((gone) => gone.dismiss())]);
    // Told to whoever closes.
    leaving.catch(() => undefined);
    crew = undefined;
  };
  const hands = (): Promise<DoPart> => {
    if (crew) return crew.then(({ work }) => work);
    return (here ??= import('./labour.ts').then(({ labourHere }) => labourHere(plan)));
  };
  return {
    work: (name, ask) => hands().then((work) => work(name, ask)),
    size: () => (crew ? plan.jobs : 1),
    expectMuch: () => {
      if (plan.jobs > 1) crew ??= import('./crew.ts').then((module) => new module.Crew(plan));
      else tuneForLongRun(plan.nodeVersion);
    },
    rest,
    close: async () => {
      rest();
      await leaving;
    },
  };
}

/** The workforce of a request: as many threads as it allows. */
export function workforceFor({ settings, outside }: Request<unknown>, { repository, ruleset }: Tools): Workforce {
  const { env, signal, versions } = outside;
  return openWorkforce({ repository, ruleset, jobs: settings.jobs, env, nodeVersion: versions.node, signal });
}

const AHEAD = 4;

/** Parts of one kind; `ahead`, for each that is done at a time, is how many may wait for an earlier one to be handed on. */
interface Parts<Own> {
  readonly asks: readonly Own[];
  readonly ahead?: number;
}

/** Has parts of one kind done and hands each on with its answer, in their order, whoever was first; so many are under way that nobody idles. */
export async function* answersOf<Name extends PartName, Own extends Ask<Name>>(
  workforce: Workforce,
  name: Name,
  { asks, ahead = AHEAD }: Parts<Own>,
): AsyncGenerator<readonly [Own, Answer<Name>]> {
  const most = workforce.size() === 1 ? 1 : ahead * workforce.size();
  const waiting: Promise<Answer<Name>>[] = [];
  for (let [handed, asked] = [0, 0]; handed < asks.length; handed += 1) {
    for (; asked < Math.min(asks.length, handed + most); asked += 1) {
      const answer = workforce.work(name, asks[asked] as Own);
      // The first that fails ends it all; what became of those behind it does not matter then.
      answer.catch(() => undefined);
      waiting.push(answer);
    }
    // What was handed on is kept no longer.
    yield [asks[handed] as Own, (await waiting.shift()) as Answer<Name>];
  }
}

/** Cuts what is to be done into parts of so many. */
export function cutInto<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}
