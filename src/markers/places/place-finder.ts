import type { Buffer } from 'node:buffer';
import type { PlaceWord } from '../prefilter.ts';
import type { Scent } from './scent.ts';
import { hasScent, parseScent } from './scent.ts';
import type { ByteSource } from './sniffer.ts';
import { Sniffer } from './sniffer.ts';
import { StartIndex } from './start-index.ts';

/** A text, as bytes and in characters; one character a byte. */
export interface PlaceSource extends ByteSource {
  readonly slice: (from: number, to: number) => string;
}

interface Scented {
  readonly word: PlaceWord;
  readonly scent: Scent;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Finds where the words begin: by scent where they may, and by their expressions if they do. */
export class PlaceFinder {
  /** No place looks further than so many characters behind or ahead. */
  readonly reach: number;
  readonly #index: StartIndex<Scented>;
  readonly #sniffer: Sniffer;

  constructor(words: readonly PlaceWord[], reach: number) {
    this.reach = reach;
    const scented = words.flatMap((word) =>
      word.scents.map((scent) => ({ word, scent: parseScent(scent, !word.regex.ignoreCase) })),
    );
    this.#sniffer = new Sniffer(scented.map(({ scent }) => scent.start));
    this.#index = new StartIndex(scented, ({ scent }) => scent.start);
  }

  /** Offsets of the places from `from` up to before `to`, ascending. */
  find(source: PlaceSource, { from, to }: Span): number[] {
    const places = new Set<number>();
    for (const [word, hits] of this.#sniff(source, { from, to: Math.min(source.length, to + this.reach) })) {
      for (const span of this.#spansAround(hits, word)) this.#readPlaces(source, span, { word, places });
    }
    return Array.from(places)
      .filter((place) => place >= from && place < to)
      .toSorted((one, other) => one - other);
  }

  #sniff(source: PlaceSource, span: Span): Map<PlaceWord, number[]> {
    const hits = new Map<PlaceWord, number[]>();
    this.#sniffer.sniff(source, span, (offset: number, memory: Buffer, at: number) => {
      const candidates = this.#index.find(memory, at);
      for (let index = 0; index < candidates.length; index += 1) {
        const { word, scent } = candidates[index] as Scented;
        if (!hasScent(scent, memory, at)) continue;
        const known = hits.get(word);
        if (known) known.push(offset);
        else hits.set(word, [offset]);
      }
    });
    return hits;
  }

  /** Stretches to look at: hits that are near each other are looked at together. */
  #spansAround(hits: readonly number[], { isPhrase }: PlaceWord): Span[] {
    const reach = isPhrase ? this.reach : 0;
    const spans: { from: number; to: number }[] = [];
    for (const hit of hits) {
      const last = spans.at(-1);
      if (last && hit - reach <= last.to) last.to = hit;
      else spans.push({ from: Math.max(0, hit - reach), to: hit });
    }
    return spans;
  }

  /** Adds the places of a stretch. What is looked at is wider, so that the expression sees what stands around. */
  #readPlaces(source: PlaceSource, { from, to }: Span, read: Reading): void {
    const { regex, isPhrase } = read.word;
    const start = Math.max(0, from - MARGIN);
    const text = source.slice(start, Math.min(source.length, to + this.reach));
    regex.lastIndex = from - start;
    for (let match = regex.exec(text); match !== null && start + match.index <= to; match = regex.exec(text)) {
      read.places.add(start + match.index);
      if (!isPhrase) return;
      // A match may begin inside another one.
      regex.lastIndex = match.index + 1;
    }
  }
}

interface Reading {
  readonly word: PlaceWord;
  readonly places: Set<number>;
}

/** So far an expression may look behind. */
const MARGIN = 8;
