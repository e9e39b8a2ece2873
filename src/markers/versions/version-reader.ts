import { Buffer } from 'node:buffer';
import type { Sight } from '../../model/marker.ts';
import { bufferOf, decodeText, encodingOf, isUtf16, textOffsets, type Encoding } from '../decode.ts';
import type { ReadPassage } from '../find-markers.ts';
import { findPlaces } from '../prefilter.ts';
import type { Ruleset } from '../ruleset.ts';
import { findContentSkip, findTextSkip } from '../skips.ts';
import { bytePlacesOf, type BytePlaces } from './byte-places.ts';
import { findCommonEnds, type CommonEnds } from './common-ends.ts';
import { lexChanged, lexWhole, type Wanted } from './lexed-text.ts';
import { rememberPassages } from './passage-memory.ts';
import { movePlaces } from './places.ts';
import { sightsOf, type Reading } from './sights.ts';
import { endsInText } from './text-ends.ts';

/** A path and its `languageKey`. */
export interface VersionOf {
  readonly path: string;
  readonly key: string;
}

/** A version's text, if it had to be read. */
interface Text extends Reading {
  readonly encoding: Encoding;
}

/** What is kept of a version for the next one. */
interface Version extends VersionOf {
  readonly bytes: Buffer;
  readonly places: readonly number[];
  text?: Text;
}

/**
 * Reads versions of files, one after the other. Each answer depends on the bytes, path and key alone; but where the version before
 * was of the same path, only what differs between the two is looked at.
 */
export class VersionReader {
  readonly #ruleset: Ruleset;
  readonly #finder: BytePlaces | undefined;
  readonly #readPassage: ReadPassage = rememberPassages();
  #memory: readonly [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  #last: Version | undefined;

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
    this.#finder = bytePlacesOf(ruleset);
  }

  /** The markers of a blob with what stands around each. */
  findSights(bytes: Uint8Array, of: VersionOf): Sight[] {
    if (findContentSkip(bytes)) return [];
    const finder = this.#finder;
    if (finder === undefined || isUtf16(bytes)) return this.#readWhole(decodeText(bytes), of);
    const last = this.#last?.path === of.path && this.#last.key === of.key ? this.#last : undefined;
    const ends = last && findCommonEnds(last.bytes, bufferOf(bytes));
    const copy = this.#copy(bytes);
    const places =
      last && ends ? movePlaces(last, { bytes: copy, ...ends }, finder) : finder.find(copy, 0, copy.length);
    const version: Version = { ...of, bytes: copy, places };
    this.#last = version;
    if (places.length === 0) return [];
    const encoding = encodingOf(copy);
    const text = decodeText(copy, encoding);
    if (findTextSkip(text, of.key.split('/')[0] ?? '')) return [];
    const wanted = { key: of.key, places: textOffsets(copy, encoding, places) };
    version.text = { encoding, ...this.#read({ text, encoding, bytes: copy }, wanted, last && ends && { last, ends }) };
    return this.#sightsOf(version.text, of, wanted.places);
  }

  /** A copy, because these bytes may share their memory with a larger chunk, or be overwritten. It lasts until the next but one. */
  #copy(bytes: Uint8Array): Buffer {
    const [spare, used] = this.#memory;
    const memory = spare.length >= bytes.length ? spare : Buffer.allocUnsafeSlow(2 * bytes.length);
    this.#memory = [used, memory];
    memory.set(bytes);
    return memory.subarray(0, bytes.length);
  }

  #read(
    { text, encoding, bytes }: { readonly text: string; readonly encoding: Encoding; readonly bytes: Buffer },
    wanted: Wanted,
    before: { readonly last: Version; readonly ends: CommonEnds } | undefined,
  ): Reading {
    const known = before?.last.text;
    if (before === undefined || known?.encoding !== encoding) {
      return { lexed: lexWhole(text, wanted), before: undefined };
    }
    const ends = endsInText({ bytes, encoding, length: text.length }, before.ends);
    return { lexed: lexChanged(known.lexed, text, { ...ends, ...wanted }), before: known.braces };
  }

  #readWhole(text: string, of: VersionOf): Sight[] {
    if (findTextSkip(text, of.key.split('/')[0] ?? '')) return [];
    const places = findPlaces(text, this.#ruleset);
    const reading = { lexed: lexWhole(text, { key: of.key, places }), before: undefined };
    return this.#sightsOf(reading, of, places);
  }

  #sightsOf(reading: Reading, { path }: VersionOf, places: readonly number[] | undefined): Sight[] {
    return sightsOf(reading, places, { path, ruleset: this.#ruleset, readPassage: this.#readPassage });
  }
}
