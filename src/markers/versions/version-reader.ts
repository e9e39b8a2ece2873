import { Buffer } from 'node:buffer';
import type { Sight } from '../../model/marker.ts';
import { bufferOf, encodingOf, isUtf16, textOffsets, type Encoding } from '../decode.ts';
import type { Reader } from '../find-markers.ts';
import { findPlaces } from '../prefilter.ts';
import type { Ruleset } from '../ruleset.ts';
import { findContentSkip, findOutlineSkip, findTextSkip, SKIP_HEAD } from '../skips.ts';
import { bytePlacesOf, type BytePlaces } from './byte-places.ts';
import { type Answer, carryOver } from './carry-over.ts';
import { findHunks, findMiddle, type Hunk } from './hunks.ts';
import { lexChanged, type LexedText, lexWhole } from './lexed-text.ts';
import { countLineFeeds } from './line-feeds.ts';
import { rememberPassages } from './passage-memory.ts';
import { movePlaces } from './places.ts';
import { readSights } from './sights.ts';
import { hunksInText } from './text-hunks.ts';
import { VersionText } from './version-text.ts';

/** A path and its `languageKey`. */
export interface VersionOf {
  readonly path: string;
  readonly key: string;
}

/** A version's text, if it had to be read. */
interface ReadText {
  readonly encoding: Encoding;
  readonly lexed: LexedText;
  readonly answer: Answer | undefined;
}

/** What is kept of a version for the next one. */
interface Version extends VersionOf {
  readonly bytes: Buffer;
  readonly places: readonly number[];
  /** If they were counted. */
  lineFeeds?: number;
  read?: ReadText;
}

/** The version before, and in what this one differs. */
interface Before {
  readonly last: Version;
  readonly hunks: readonly Hunk[];
}

/**
 * Reads versions of files, one after the other. Each answer depends on the bytes, path and key alone; but where the version before
 * was of the same path, only what differs between the two is looked at.
 */
export class VersionReader {
  readonly #reader: Reader;
  readonly #finder: BytePlaces;
  #memory: readonly [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  #last: Version | undefined;

  constructor(ruleset: Ruleset) {
    this.#reader = { ruleset, readPassage: rememberPassages() };
    this.#finder = bytePlacesOf(ruleset);
  }

  /** The markers of a blob with what stands around each. */
  findSights(bytes: Uint8Array, of: VersionOf): readonly Sight[] {
    if (findContentSkip(bytes)) return [];
    if (isUtf16(bytes)) return this.#readWhole(bufferOf(bytes), of);
    const last = this.#last?.path === of.path && this.#last.key === of.key ? this.#last : undefined;
    const before = last && { last, hunks: hunksBetween(last, bufferOf(bytes)) };
    const copy = this.#copy(bytes);
    const places = before
      ? movePlaces(before.last.places, { bytes: copy, hunks: before.hunks }, this.#finder)
      : this.#finder.find(copy, 0, copy.length);
    const version: Version = { ...of, bytes: copy, places };
    this.#last = version;
    return places.length === 0 ? [] : this.#read(version, before);
  }

  /** A copy, because these bytes may share their memory with a larger chunk, or be overwritten. It lasts until the next but one. */
  #copy(bytes: Uint8Array): Buffer {
    const [spare, used] = this.#memory;
    const memory = spare.length >= bytes.length ? spare : Buffer.allocUnsafeSlow(2 * bytes.length);
    this.#memory = [used, memory];
    memory.set(bytes);
    return memory.subarray(0, bytes.length);
  }

  #read(version: Version, before: Before | undefined): readonly Sight[] {
    const { key, bytes } = version;
    const encoding = encodingOf(bytes);
    const text = new VersionText(bytes, encoding);
    const outline = {
      head: text.slice(0, SKIP_HEAD),
      length: text.length,
      countLineFeeds: () => (version.lineFeeds = countLineFeeds(bytes, before)),
    };
    if (findOutlineSkip(outline, languageNameOf(key))) return [];
    const wanted = { key, places: textOffsets(bytes, encoding, version.places) };
    const known = before?.last.read;
    if (before === undefined || known?.encoding !== encoding) {
      return this.#tell(version, { encoding, lexed: lexWhole(text, wanted), places: wanted.places });
    }
    const lengths = { oldLength: known.lexed.text.length, length: text.length };
    const hunks = hunksInText({ before: before.last.bytes, now: bytes, encoding, ...lengths }, before.hunks);
    const lexed = lexChanged(known.lexed, text, { hunks, ...wanted });
    const answer = known.answer && carryOver(known.answer, { before: known.lexed, now: lexed }, wanted.places);
    if (answer === undefined) return this.#tell(version, { encoding, lexed, places: wanted.places });
    version.read = { encoding, lexed, answer };
    return answer.sights;
  }

  #tell(
    version: Version,
    { encoding, ...read }: Pick<ReadText, 'encoding' | 'lexed'> & { readonly places: readonly number[] },
  ): readonly Sight[] {
    const { sights, answer } = readSights({ path: version.path, ...read }, this.#reader);
    version.read = { encoding, lexed: read.lexed, answer };
    return sights;
  }

  #readWhole(bytes: Buffer, { path, key }: VersionOf): readonly Sight[] {
    const text = new VersionText(bytes, encodingOf(bytes));
    if (findTextSkip(text.whole(), languageNameOf(key))) return [];
    const places = findPlaces(text.whole(), this.#reader.ruleset);
    return readSights({ path, places, lexed: lexWhole(text, { key, places }) }, this.#reader).sights;
  }
}

/** Three of four files hold no place, and no version of them has any: then it pays to look for places at once. */
function hunksBetween(last: Version, now: Buffer): readonly Hunk[] {
  return last.places.length === 0 ? findMiddle(last.bytes, now) : findHunks(last.bytes, now);
}

function languageNameOf(key: string): string {
  return key.split('/')[0] ?? '';
}
