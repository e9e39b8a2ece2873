import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { playWeek, setStage, type Answered, type Stage, type Told } from './play.ts';
import { DAYS, type DayName } from './story.ts';

/** The days in their order. */
export const NAMES = Object.keys(DAYS) as DayName[];

/** What a test looks at in a document. */
export interface Thing {
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the documents hold
  readonly [key: string]: any;
}

/** The week as it was played, once for all that is asserted of it. */
export const week: { stage: Stage; told: Told } = {} as { stage: Stage; told: Told };

before(async () => {
  week.stage = await setStage();
  week.told = await playWeek(week.stage);
});

after(() => week.stage[Symbol.asyncDispose]());

/** The answer of a day to the first command line that begins so. */
export function answer(day: DayName, line: string): Answered {
  const found = week.told[day].find(({ asked: { argv } }) => argv.join(' ').startsWith(line));
  return found ?? assert.fail(`nobody asked "${line}" on the ${day}`);
}

/** What each day's document of a command line says, in the order of the days. */
export function eachDay<T>(line: string, tell: (document: Thing) => T): T[] {
  return NAMES.map((day) => tell(answer(day, line).document));
}

export function pathsOf(hacks: readonly { path: string }[]): string[] {
  return hacks.map(({ path }) => path).toSorted();
}
