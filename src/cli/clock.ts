import { UsageError } from '../errors.ts';
import { isRealDate } from '../model/sprint.ts';
import type { Io } from './io.ts';

/** A date alone is midnight in UTC; a time needs its zone, so that the machine's never matters. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** The moment that counts as now: HACKDEBT_NOW, else the clock. Throws UsageError. */
export function readNow(env: Io['env']): Date {
  const text = env['HACKDEBT_NOW'];
  if (text === undefined || text === '') return new Date();
  const now = new Date(text);
  if (ISO.test(text) && isRealDate(text.slice(0, 10)) && !Number.isNaN(now.getTime())) return now;
  throw new UsageError(`HACKDEBT_NOW="${text}" is no date with a zone. For example 2026-11-17T18:00:00Z.`);
}
