import type { StandingLines } from '../../../verdicts/standing-lines.ts';
import { answersOf, cutInto } from '../labour/workforce.ts';
import type { Session } from '../session.ts';
import type { Versions } from './count-batch.ts';

/** Files at a time: so many times three texts are in memory. */
const BATCH = 20;

/** How many lines a commit added to each file, and how many of them stand; none for a text that is missing or too large. */
export async function countLines({ workforce }: Session, asked: readonly Versions[]): Promise<StandingLines[]> {
  const counts: StandingLines[] = [];
  // Their answers are small: all may wait, so that threads go on counting while this one is busy.
  const parts = { asks: cutInto(asked, BATCH), ahead: Infinity };
  for await (const [, counted] of answersOf(workforce, 'countLines', parts)) counts.push(...counted);
  return counts;
}
