import type { Head } from '../model/head.ts';
import type { LineCounts } from '../model/hack.ts';

/** `5,012` on every machine. */
export function renderNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 hack`, `5,012 hacks` */
export function renderCount(count: number, one: string, many = `${one}s`): string {
  return `${renderNumber(count)} ${count === 1 ? one : many}`;
}

/** Age in words: hours up to two days, days up to two years, then years. */
export function renderAge(days: number): string {
  if (days < 2) return renderCount(Math.max(0, Math.floor(days * 24)), 'hour');
  if (days < 730) return renderCount(Math.floor(days), 'day');
  return `${(days / 365.25).toFixed(1)} years`;
}

/** `2026-11-17 18:00` of an ISO date, in its own zone. */
export function renderMinute(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** `2026-11-17 18:00 UTC` of an ISO date: with its zone (`UTC` or `+01:00`). */
export function renderMoment(iso: string): string {
  const [, zone = ''] = /(Z|[+-]\d{2}:\d{2})$/.exec(iso) ?? [];
  return `${renderMinute(iso)} ${zone === 'Z' || zone === '+00:00' ? 'UTC' : zone}`.trimEnd();
}

/** `2026-11-17` of an ISO date, in its own zone. */
export function renderDate(iso: string): string {
  return iso.slice(0, 10);
}

/** `feed`, or `feed/web` for a part of it. */
export function nameOf({ repository, scope }: Pick<Head, 'repository' | 'scope'>): string {
  return scope === undefined ? repository : `${repository}/${scope}`;
}

/** Seven digits of a commit. */
export function shortenCommit(oid: string): string {
  return oid.slice(0, 7);
}

/** `12 of 30 lines stand` */
export function renderLines({ added, standing }: LineCounts): string {
  return `${renderNumber(standing)} of ${renderCount(added, 'line')} ${standing === 1 ? 'stands' : 'stand'}`;
}
