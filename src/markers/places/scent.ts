import type { Buffer } from 'node:buffer';
import type { Start } from './groups.ts';

/** What may stand between two words of a comment, as in the anchors of phrases: `~` in a scent, once or more often. */
const GAPS = tableOf(bytesIn(' \t\n\v\f\r\xa0\xc2*/#;%!|>-'));
const ANY: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);
const START = 4;
const PART = /\[([^\]]+)\]|\\([^])|[^]/g;

/** One byte, told by 1 at its number in the table; the table of gaps stands for a row of them. */
type Part = Uint8Array;

/** By what a word is known in bytes. */
export interface Scent {
  /** Its beginning: the first gap, or else the first letter. */
  readonly start: Start;
  readonly ahead: readonly Part[];
  /** What stands before it, backwards, from its gap on. */
  readonly behind: readonly Part[];
}

/** Reads `debt`, `[on]t~ship`, `[ty]~do~th`: letters of both cases, sets of them, gaps. With `exact`, cases differ. */
export function parseScent(source: string, exact = false): Scent {
  const parts = Array.from(source.matchAll(PART), ({ 0: part, 1: set, 2: letter }) =>
    part === '~' ? GAPS : tableOf(lettersOf(set ?? letter ?? part, exact)),
  );
  const gap = Math.max(0, parts.indexOf(GAPS));
  const ahead = parts.slice(gap);
  return { start: startOf(ahead), ahead, behind: gap === 0 ? [] : parts.slice(0, gap + 1).toReversed() };
}

/** Whether the scent, whose start is here, goes on so. What lies beyond the memory fits anything. */
export function hasScent({ ahead, behind }: Scent, memory: Buffer, at: number): boolean {
  return fits(ahead, memory, at) && (behind.length === 0 || fitsBackwards(behind, memory, at));
}

function fits(parts: readonly Part[], memory: Buffer, at: number): boolean {
  let next = at;
  for (let index = 0; index < parts.length && next < memory.length; index += 1) {
    const part = parts[index] as Part;
    if (part[memory[next] as number] === 0) return false;
    next += 1;
    if (part === GAPS) while (next < memory.length && GAPS[memory[next] as number] === 1) next += 1;
  }
  return true;
}

function fitsBackwards(parts: readonly Part[], memory: Buffer, at: number): boolean {
  let next = at;
  for (let index = 0; index < parts.length && next >= 0; index += 1) {
    const part = parts[index] as Part;
    if (part[memory[next] as number] === 0) return false;
    next -= 1;
    if (part === GAPS) while (next >= 0 && GAPS[memory[next] as number] === 1) next -= 1;
  }
  return true;
}

/** Behind a gap nothing is sure: it may be longer. */
function startOf(ahead: readonly Part[]): Start {
  const gap = ahead.indexOf(GAPS, 1);
  return Array.from({ length: START }, (_, index) => {
    const part = gap > 0 && index > gap ? undefined : ahead[index];
    return part ? ANY.filter((byte) => part[byte] === 1) : ANY;
  });
}

function lettersOf(source: string, exact: boolean): number[] {
  return bytesIn(exact ? source : `${source}${source.toLowerCase()}${source.toUpperCase()}`);
}

/** The lower byte of each UTF-16 code unit. */
function bytesIn(letters: string): number[] {
  return Array.from({ length: letters.length }, (_, index) => letters.charCodeAt(index) & 255);
}

function tableOf(bytes: readonly number[]): Part {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
}

/** The scent of these letters and nothing else. */
export function literalScent(word: string): string {
  return word.replaceAll(/[[\]~\\]/g, '\\$&');
}
