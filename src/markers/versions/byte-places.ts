import type { Buffer } from 'node:buffer';
import type { Prefilter } from '../prefilter.ts';
import { findMatches, prefilterOf, spellingsOf } from '../prefilter.ts';
import type { Ruleset } from '../ruleset.ts';
import { Scents } from './scents.ts';

/** Finds the places of `findPlaces` in bytes that are ASCII or UTF-8, as offsets in bytes. */
export interface BytePlaces {
  /** No place looks further than so many bytes behind or ahead. */
  readonly reach: number;
  /** Those that begin from `from` up to before `to`, ascending. */
  readonly find: (bytes: Buffer, from: number, to: number) => number[];
}

const known = new WeakMap<Ruleset, BytePlaces>();

/** The finder of a ruleset; undefined if any text may hold a marker. */
export function bytePlacesOf(ruleset: Ruleset): BytePlaces | undefined {
  const prefilter = prefilterOf(ruleset);
  if (prefilter === undefined) return undefined;
  const made = known.get(ruleset) ?? buildBytePlaces(prefilter, new Scents(ruleset, spellingsOf));
  known.set(ruleset, made);
  return made;
}

function buildBytePlaces(prefilter: Prefilter, scents: Scents): BytePlaces {
  const reach = prefilter.reach + 8;
  return {
    reach,
    find: (bytes, from, to) => {
      const places: number[] = [];
      const hits = scents.find(bytes, from, Math.min(bytes.length, to + reach));
      for (const [first, last] of neighbours(hits, reach)) {
        const stretch = { bytes, start: Math.max(0, first - reach), end: Math.min(bytes.length, last + reach) };
        readPlaces(stretch, prefilter, places);
      }
      const inside = places.filter((place) => place >= from && place < to);
      return [...new Set(inside)].toSorted((one, other) => one - other);
    },
  };
}

/** First and last of the hits that are so near each other that they are looked at together. */
function neighbours(hits: readonly number[], reach: number): (readonly [first: number, last: number])[] {
  const groups: [number, number][] = [];
  for (const hit of hits) {
    const group = groups.at(-1);
    if (group && hit - group[1] < reach) group[1] = hit;
    else groups.push([hit, hit]);
  }
  return groups;
}

interface Stretch {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Adds the places of a stretch; what touches its bounds belongs to another one. */
function readPlaces({ bytes, start, end }: Stretch, prefilter: Prefilter, places: number[]): void {
  for (const [from, to] of findMatches(bytes.toString('latin1', start, end), prefilter)) {
    if ((from > 0 || start === 0) && (start + to < end || end === bytes.length)) places.push(start + from);
  }
}
