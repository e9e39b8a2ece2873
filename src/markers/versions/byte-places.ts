import type { Buffer } from 'node:buffer';
import type { PlaceSource } from '../places/place-finder.ts';
import { placeFinderOf } from '../prefilter.ts';
import type { Ruleset } from '../ruleset.ts';

/** Finds the places of `findPlaces` in bytes that are ASCII or UTF-8, as offsets in bytes. */
export interface BytePlaces {
  /** No place looks further than so many bytes behind or ahead. */
  readonly reach: number;
  /** Those that begin from `from` up to before `to`, ascending. */
  readonly find: (bytes: Buffer, from: number, to: number) => number[];
}

/** The finder of a ruleset. */
export function bytePlacesOf(ruleset: Ruleset): BytePlaces {
  const finder = placeFinderOf(ruleset);
  return { reach: finder.reach + MARGIN, find: (bytes, from, to) => finder.find(sourceOf(bytes), { from, to }) };
}

/** An expression looks around what it matches. */
const MARGIN = 8;

function sourceOf(bytes: Buffer): PlaceSource {
  return {
    length: bytes.length,
    write: (memory, offset) => bytes.copy(memory, 0, offset, offset + memory.length),
    slice: (from, to) => bytes.toString('latin1', from, to),
  };
}
