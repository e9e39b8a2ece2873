import { Buffer } from 'node:buffer';
import { groupAlike, type Start } from './groups.ts';
import { buildScanModule, CHUNK, LAYOUT } from './scan-code.ts';

/** A text as bytes: `write` puts those from an offset on into the memory, as far as there is room, and says how many. */
export interface ByteSource {
  readonly length: number;
  readonly write: (memory: Buffer, offset: number) => number;
}

/** Gets an offset, the memory that holds the bytes before and behind it, and where they stand there. */
export type Visit = (offset: number, memory: Buffer, at: number) => void;

const LENGTH = 4;
/** So many bytes before and behind an offset may be looked at. */
const AROUND = 64;

// Part of every engine, but not of the types for Node alone.
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Exports };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly scan: (count: number) => number;
}

let compiled: object | undefined;

/** Finds the offsets at which one of the words may begin: a superset, almost at the speed of memory. */
export class Sniffer {
  readonly #scan: (count: number) => number;
  readonly #memory: Buffer;
  readonly #hits: Int32Array;

  constructor(starts: readonly Start[]) {
    compiled ??= new WebAssembly.Module(buildScanModule());
    const { memory, scan } = new WebAssembly.Instance(compiled).exports;
    this.#scan = scan;
    this.#memory = Buffer.from(memory.buffer, LAYOUT.bytes - AROUND, AROUND + CHUNK + AROUND);
    this.#hits = new Int32Array(memory.buffer, LAYOUT.hits, CHUNK);
    const tables = new Uint8Array(memory.buffer, LAYOUT.tables, 2 * LENGTH * 16);
    for (const [group, words] of groupAlike(starts).entries()) for (const word of words) mark(tables, word, 1 << group);
  }

  /** Visits every such offset from `from` up to before `to`, ascending. */
  sniff(source: ByteSource, { from, to }: { readonly from: number; readonly to: number }, visit: Visit): void {
    for (let chunk = from; chunk < to; chunk += CHUNK) {
      this.#load(source, chunk);
      const length = Math.min(CHUNK, to - chunk);
      const count = this.#scan(length);
      for (let hit = 0; hit < count; hit += 1) {
        const at = this.#hits[hit] ?? 0;
        if (at < length) visit(chunk + at, this.#memory, AROUND + at);
      }
    }
  }

  #load(source: ByteSource, chunk: number): void {
    const missing = Math.max(0, AROUND - chunk);
    const written = source.write(this.#memory.subarray(missing), chunk - AROUND + missing);
    this.#memory.fill(0, 0, missing).fill(0, missing + written);
  }
}

function mark(tables: Uint8Array, word: Start, bit: number): void {
  for (const [byte, may] of word.entries()) {
    for (const value of may) {
      const [low, high] = [32 * byte + (value & 15), 32 * byte + 16 + (value >> 4)];
      tables[low] = (tables[low] ?? 0) | bit;
      tables[high] = (tables[high] ?? 0) | bit;
    }
  }
}
