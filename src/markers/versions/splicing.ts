import type { Lexed } from '../lexer/lex.ts';

type Tokens = Record<keyof Lexed, number[]>;
const KINDS = ['comments', 'literals'] as const;

/** The tokens of a text, put together from those of the text before and those that were cut anew. */
export class Splicing {
  readonly old: Lexed;
  readonly tokens: Tokens = { comments: [], literals: [], inner: [] };
  /** How many numbers of the old ones were taken over or passed. */
  readonly #next: Record<keyof Lexed, number> = { comments: 0, literals: 0, inner: 0 };

  constructor(old: Lexed) {
    this.old = old;
  }

  /** Where the last token of the mode `code` ends. */
  get at(): number {
    return this.tokens.inner.at(-1) ?? 0;
  }

  /** Takes old tokens over, moved by `shift`, up to the last place at or before `limit` that lies between two of the mode `code`. */
  keepUpTo(limit: number, shift: number): void {
    this.#keep('inner', { limit, shift });
    for (const kind of KINDS) this.#keep(kind, { limit: this.at, shift });
  }

  /** Adds tokens, and passes over the old ones that end at or before `oldTo`. */
  put(found: Lexed, oldTo: number): void {
    for (const kind of [...KINDS, 'inner'] as const) {
      for (const offset of found[kind]) this.tokens[kind].push(offset);
      const old = this.old[kind];
      while (this.#next[kind] < old.length && (old[this.#next[kind] + 1] ?? 0) <= oldTo) this.#next[kind] += 2;
    }
  }

  #keep(kind: keyof Lexed, { limit, shift }: { readonly limit: number; readonly shift: number }): void {
    const [old, kept] = [this.old[kind], this.tokens[kind]];
    let next = this.#next[kind];
    for (; next < old.length && (old[next + 1] ?? 0) + shift <= limit; next += 2) {
      kept.push((old[next] ?? 0) + shift, (old[next + 1] ?? 0) + shift);
    }
    this.#next[kind] = next;
  }
}
