import type { GitTime } from '../../model/git.ts';

/** ISO-8601 with the zone that git recorded: `2026-11-17T10:00:00+01:00`. */
export function isoDate({ seconds, offsetMinutes }: GitTime): string {
  const local = new Date((seconds + offsetMinutes * 60) * 1000);
  if (Number.isNaN(local.getTime())) return new Date(0).toISOString().replace('.000Z', '+00:00');
  const minutes = Math.abs(offsetMinutes);
  const zone = `${pad(Math.trunc(minutes / 60))}:${pad(minutes % 60)}`;
  return `${local.toISOString().slice(0, -5)}${offsetMinutes < 0 ? '-' : '+'}${zone}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
