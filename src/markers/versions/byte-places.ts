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
      let end = 0;
      for (const hit of scents.find(bytes, Math.max(0, from), Math.min(bytes.length, to + reach))) {
        if (hit < end - reach) continue;
        // Neighbours are looked at together.
        end = Math.min(hit + 2 * reach, bytes.length);
        readPlaces({ bytes, start: Math.max(hit - reach, 0), end }, prefilter, places);
      }
      const inside = places.filter((place) => place >= from && place < to);
      return [...new Set(inside)].toSorted((one, other) => one - other);
    },
  };
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
