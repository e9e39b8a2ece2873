import { isRealDate, type ClockTime, type SprintConfig } from '../model/sprint.ts';
import { parseDate } from './dates.ts';
import { findInstant } from './zone.ts';

/** `2026-11-17`, or that and a time of the day after `T` or a space; its seconds and its zone (`Z`, `+01:00`) may lack. */
const MOMENT =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>(?:[01]\d|2[0-3]):[0-5]\d)(?::(?<seconds>[0-5]\d(?:\.\d{1,3})?))?(?: ?(?<zone>Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d))?)?$/;

/** The instant that a typed date means; where it names no zone, by the sprint's clock, else in UTC. Undefined: it is none. */
export function parseMoment(text: string, sprint: Pick<SprintConfig, 'timezone'> | null): Date | undefined {
  const { date = '', time = '00:00', seconds = '00', zone } = MOMENT.exec(text)?.groups ?? {};
  if (!isRealDate(date)) return undefined;
  if (zone !== undefined) return new Date(`${date}T${time}:${seconds}${zone.replace(/(\d\d)(?=\d\d$)/, '$1:')}`);
  const minute = findInstant(parseDate(date), time as ClockTime, sprint?.timezone ?? 'UTC');
  return new Date(minute.getTime() + Number(seconds) * 1000);
}
