import { Buffer, isAscii } from 'node:buffer';
import type { Sight } from '../../model/marker.ts';
import { bufferOf, decodeText, isUtf16 } from '../decode.ts';
import type { ReadPassage } from '../find-markers.ts';
import { findPlaces } from '../prefilter.ts';
import type { Ruleset } from '../ruleset.ts';
import { findContentSkip, findTextSkip } from '../skips.ts';
import { bytePlacesOf, type BytePlaces } from './byte-places.ts';
import { findCommonEnds } from './common-ends.ts';
import { lexWhole } from './lexed-text.ts';
import { rememberPassages } from './passage-memory.ts';
import { movePlaces } from './places.ts';
import { sightsOf } from './sights.ts';

/** A path and its `languageKey`. */
export interface VersionOf {
  readonly path: string;
  readonly key: string;
}

/** What is kept of a version for the next one. */
interface Version extends VersionOf {
  readonly bytes: Buffer;
  readonly places: readonly number[];
}

/**
 * Reads versions of files, one after the other. Each answer depends on the bytes, path and key alone; but where the version before
 * was of the same path, only what differs between the two is looked at.
 */
export class VersionReader {
  readonly #ruleset: Ruleset;
  readonly #finder: BytePlaces | undefined;
  readonly #readPassage: ReadPassage = rememberPassages();
  #last: Version | undefined;

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
    this.#finder = bytePlacesOf(ruleset);
  }

  /** The markers of a blob with what stands around each. */
  findSights(bytes: Uint8Array, of: VersionOf): Sight[] {
    if (findContentSkip(bytes)) return [];
    const finder = this.#finder;
    if (finder === undefined || isUtf16(bytes)) return this.#readText(decodeText(bytes), of);
    const version = this.#findPlaces(bufferOf(bytes), of, finder);
    if (version.places.length === 0) return [];
    if (!isAscii(bytes)) return this.#readText(decodeText(bytes), of);
    return this.#readText(version.bytes.toString('latin1'), of, version.places);
  }

  #findPlaces(bytes: Buffer, of: VersionOf, finder: BytePlaces): Version {
    const last = this.#last;
    const places =
      last?.path === of.path
        ? movePlaces(last, { bytes, ...findCommonEnds(last.bytes, bytes) }, finder)
        : finder.find(bytes, 0, bytes.length);
    // A copy, because these bytes may share their memory with a larger chunk, or be overwritten.
    this.#last = { ...of, bytes: Buffer.from(bytes), places };
    return this.#last;
  }

  #readText(text: string, { path, key }: VersionOf, known?: readonly number[]): Sight[] {
    if (findTextSkip(text, key.split('/')[0] ?? '')) return [];
    const places = known ?? findPlaces(text, this.#ruleset);
    if (places?.length === 0) return [];
    return sightsOf(lexWhole(text, key), places, { path, ruleset: this.#ruleset, readPassage: this.#readPassage });
  }
}
