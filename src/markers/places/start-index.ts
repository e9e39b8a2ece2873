import type { Buffer } from 'node:buffer';
import type { Start } from './groups.ts';

/** Finds the few words that may begin at a place, by its first four bytes. */
export class StartIndex<Word> {
  /** For each name of four bytes, the number of its list. */
  readonly #numbers = new Uint16Array(65_536);
  readonly #lists: Word[][] = [[]];

  constructor(words: readonly Word[], startOf: (word: Word) => Start) {
    for (const word of words) {
      // Lists are shared: there are far fewer of them than names.
      const longer = new Map<number, number>();
      for (const name of namesOf(startOf(word)))
        this.#numbers[name] = this.#longer(this.#numbers[name] ?? 0, word, longer);
    }
  }

  /** The words whose start is here, and perhaps some others. */
  find(memory: Buffer, at: number): readonly Word[] {
    const [a, b] = [memory[at] as number, memory[at + 1] as number];
    const name = nameOf(nameOf(nameOf(nameOf(0, a), b), memory[at + 2] as number), memory[at + 3] as number);
    return this.#lists[this.#numbers[name] as number] as Word[];
  }

  /** The number of the list that holds this word, too. */
  #longer(number: number, word: Word, known: Map<number, number>): number {
    const made = known.get(number) ?? this.#lists.push([...(this.#lists[number] ?? []), word]) - 1;
    known.set(number, made);
    return made;
  }
}

/** A number below 65,536 for the bytes so far and one more; case does not count. */
function nameOf(before: number, byte: number): number {
  return (Math.imul(before, 33) ^ (byte | 32)) & 65_535;
}

function namesOf(start: Start): Set<number> {
  let names = new Set([0]);
  for (const may of start) {
    const next = new Set<number>();
    for (const before of names) for (const byte of may) next.add(nameOf(before, byte));
    names = next;
  }
  return names;
}
