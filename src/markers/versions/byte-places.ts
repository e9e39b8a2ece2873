import type { Buffer } from 'node:buffer';
import type { Prefilter } from '../prefilter.ts';
import { findMatches, prefilterOf, spellingsOf } from '../prefilter.ts';
import type { Ruleset } from '../ruleset.ts';
import { buildScents, type Scents } from './scents.ts';

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
  const made = known.get(ruleset) ?? buildBytePlaces(prefilter, buildScents(ruleset, spellingsOf));
  known.set(ruleset, made);
  return made;
}

function buildBytePlaces(prefilter: Prefilter, scents: Scents): BytePlaces {
  const reach = prefilter.reach + 8;
  const nose = new Nose(scents);
  return {
    reach,
    find: (bytes, from, to) => {
      const places: number[] = [];
      let end = 0;
      for (const hit of nose.follow(bytes, Math.max(0, from - 1), Math.min(bytes.length, to + reach))) {
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

/** Follows scents through bytes, wherever in memory they begin. */
class Nose {
  readonly #scents: Scents;
  readonly #end = new Uint16Array(8);
  readonly #endBytes = new Uint8Array(this.#end.buffer);
  #hits = new Int32Array(1024);

  constructor(scents: Scents) {
    this.#scents = scents;
  }

  /** Offsets, ascending, of which each word has one at its first byte or the byte before. */
  follow(bytes: Buffer, from: number, to: number): number[] {
    const skew = (bytes.byteOffset + from) % 2;
    const first = bytes.byteOffset + from - skew;
    const count = Math.max(0, (bytes.byteOffset + to - first) >> 1);
    const pairs = new Uint16Array(bytes.buffer, first, count);
    const found = this.#find(pairs, count - 1);
    const places = Array.from(this.#hits.subarray(0, found), (hit) => from - skew + 2 * hit);
    return places.concat(this.#followEnd(bytes, Math.max(from, to - 8), to));
  }

  #find(pairs: Uint16Array, to: number): number {
    const found = this.#scents.find(pairs, [0, to], this.#hits);
    if (found <= this.#hits.length) return found;
    this.#hits = new Int32Array(found * 2);
    return this.#scents.find(pairs, [0, to], this.#hits);
  }

  /** The last few bytes once more, with nothing behind them: a word may end with the text. */
  #followEnd(bytes: Buffer, from: number, to: number): number[] {
    this.#endBytes.fill(0);
    this.#endBytes.set(bytes.subarray(from, to));
    const found = this.#scents.find(this.#end, [0, 7], this.#hits);
    return Array.from(this.#hits.subarray(0, found), (hit) => from + 2 * hit);
  }
}
