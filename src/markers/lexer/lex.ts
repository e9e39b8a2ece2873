import type { CompiledGrammar, CompiledMode, CompiledRule } from './compile.ts';
import type { Scan, TokenKind } from './rule.ts';
import { Passing } from './passing.ts';
import { Stops } from './stops.ts';

/** Comments and literals as flat pairs (start, end, start, end …), ascending and without overlap. */
export interface FlatTokens {
  readonly comments: number[];
  readonly literals: number[];
}

/** Tokens, and the stretches (flat pairs) that are no text of the mode `code` itself. */
export interface Lexed extends FlatTokens {
  readonly inner: readonly number[];
}

/** Finds the tokens of a part of another language that stands at `start`. */
export type Embed = (language: string, text: string, start: number) => FlatTokens;

/** How to cut: parts of other languages, and at which places (ascending; undefined: everywhere) tokens are wanted. */
export interface LexOptions {
  readonly embed: Embed;
  readonly places?: readonly number[] | undefined;
  /** Keep in `inner` every token of the mode `code`, too, so that `lexOn` can go on behind any of them. */
  readonly resumable?: boolean;
}

/**
 * Cuts a text into comments and literals. Time is linear in the length of the text. With `places` only those tokens are sure to be there
 * that hold one, and the comments that belong together with them; the others are passed over, which is much faster.
 */
export function lex(text: string, grammar: CompiledGrammar, { embed, places, resumable }: LexOptions): Lexed {
  const lexer = new Lexer(text, grammar, embed);
  if (resumable) lexer.keepInner();
  if (places) lexer.skipBetween(places);
  lexer.run();
  return lexer;
}

/** Where a run over the beginning of a text stood: between two tokens of the mode `code`, with these tokens behind it. */
export interface Resumed {
  readonly before: Lexed;
  readonly at: number;
  /** From here on, the run may stop between two tokens of the mode `code`: as soon as `isDone` says so of what was found. */
  readonly watchFrom: number;
  readonly isDone: (found: Lexed, at: number) => boolean;
}

/** Goes on cutting a text. `at` is where it stopped; the text's length at its end. */
export function lexOn(
  text: string,
  grammar: CompiledGrammar,
  { embed, ...resumed }: Resumed & Pick<LexOptions, 'embed'>,
): Record<keyof Lexed, number[]> & { readonly at: number } {
  const lexer = new Lexer(text, grammar, embed);
  lexer.keepInner();
  return { comments: lexer.comments, literals: lexer.literals, inner: lexer.inner, at: lexer.goOn(resumed) };
}

interface Reserved {
  readonly start: number;
  readonly end: number;
  readonly language: string | undefined;
}

class Lexer implements Scan, Lexed {
  readonly text: string;
  readonly comments: number[] = [];
  readonly literals: number[] = [];
  readonly inner: number[] = [];
  readonly memory = new Map<string, number>();
  readonly #grammar: CompiledGrammar;
  readonly #embed: Embed;
  readonly #stack: CompiledMode[] = [];
  readonly #reserved: Reserved[] = [];
  #mode: CompiledMode;
  /** Where the next token is looked for. */
  #at = 0;
  /** Where the current stretch of a literal mode began. */
  #literalFrom = 0;
  #watchFrom = Infinity;
  #isDone: Resumed['isDone'] = () => false;
  #passing: Passing | undefined;
  #keepsInner: boolean;

  constructor(text: string, grammar: CompiledGrammar, embed: Embed) {
    this.text = text;
    this.#grammar = grammar;
    this.#embed = embed;
    this.#mode = grammar.code;
    this.#keepsInner = grammar.template;
  }

  keepInner(): void {
    this.#keepsInner = true;
  }

  skipBetween(places: readonly number[]): void {
    this.#passing = new Passing(this.text, new Stops(this.text, places, this.#grammar.beginsComment));
  }

  goOn({ before, at, watchFrom, isDone }: Resumed): number {
    for (const offset of before.comments) this.comments.push(offset);
    for (const offset of before.literals) this.literals.push(offset);
    for (const offset of before.inner) this.inner.push(offset);
    this.#at = at;
    this.#watchFrom = watchFrom;
    this.#isDone = isDone;
    this.run();
    return this.#isStopped() ? this.#at : this.text.length;
  }

  #isStopped(): boolean {
    return this.#at >= this.#watchFrom && this.#stack.length === 0 && this.#isDone(this, this.#at);
  }

  run(): void {
    for (;;) {
      if (this.#at >= this.#watchFrom && this.#isStopped()) return;
      if (this.#passing && !this.#skip(this.#passing)) return;
      const { regex, rules } = this.#mode;
      regex.lastIndex = this.#at;
      const match = regex.exec(this.text);
      if (match === null) break;
      if (this.#reserved.length > 0 && this.#passReserved(match.index)) continue;
      let group = 1;
      while (match[group] === undefined) group++;
      const rule = rules[group - 1] as CompiledRule;
      const end = match.index + match[0].length;
      if (rule.simple === null) this.#apply(rule, match.index, end);
      else {
        this.#emit(rule.simple, match.index, end);
        this.#at = end > match.index ? end : end + 1;
      }
    }
    while (this.#reserved.length > 0) this.#passReserved(this.text.length);
    this.#close();
  }

  /** Passes over what nobody wants to know; false if nothing wanted is left. */
  #skip(passing: Passing): boolean {
    const { template } = this.#grammar;
    if (!passing.isWanted(this.#at, this.comments.at(-1) ?? 0) && !template) return false;
    const { leap } = this.#mode;
    if (leap && this.#reserved.length === 0 && !(template && this.#stack.length === 0))
      this.#at = passing.leap(this.#at, leap);
    return true;
  }

  readonly reserve = (start: number, end: number, language?: string): void => {
    this.#reserved.push({ start, end, language });
  };

  readonly embed = (language: string, start: number, end: number): void => {
    this.embedText(language, start, this.text.slice(start, end));
  };

  readonly embedText = (language: string, start: number, text: string): void => {
    const { comments, literals } = this.#embed(language, text, start);
    for (const offset of comments) this.comments.push(start + offset);
    for (const offset of literals) this.literals.push(start + offset);
  };

  #passReserved(index: number): boolean {
    const next = this.#reserved[0];
    if (next === undefined || index < next.start) return false;
    this.#reserved.shift();
    const start = Math.max(next.start, this.#at);
    if (start >= next.end) return false;
    if (next.language === undefined) this.#emit('literal', start, next.end);
    else this.embed(next.language, start, next.end);
    this.#at = next.end;
    return true;
  }

  #apply(rule: CompiledRule, start: number, opened: number): void {
    const end = rule.take ? rule.take(this, start, opened) : opened;
    if (end < 0) {
      this.#at = start + 1;
      return;
    }
    this.#at = end;
    if (rule.push === undefined && rule.pop === undefined) {
      this.#emit(typeof rule.kind === 'string' ? rule.kind : rule.kind(this, start, end), start, end);
      if (end === start) this.#at++;
    } else this.#change(rule, start, end);
  }

  #change(rule: CompiledRule, start: number, end: number): void {
    if (this.#mode.literal) this.#emit('literal', this.#literalFrom, end);
    const outside = this.#stack.length === 0;
    for (let left = rule.pop ?? 0; left > 0; left--) this.#mode = this.#stack.pop() ?? this.#grammar.code;
    const next = rule.push === undefined ? undefined : this.#grammar.modes[rule.push];
    if (next) {
      this.#stack.push(this.#mode);
      this.#mode = next;
    }
    this.#literalFrom = rule.kind === 'literal' && next ? start : end;
    if (outside && next) this.inner.push(start);
    else if (!outside && this.#stack.length === 0) this.inner.push(end);
  }

  #emit(kind: TokenKind, start: number, end: number): void {
    if (end <= start) return;
    if (kind === 'comment') this.comments.push(start, end);
    else if (kind === 'literal') this.literals.push(start, end);
    if (this.#keepsInner && this.#stack.length === 0) this.inner.push(start, end);
  }

  #close(): void {
    if (this.#mode.literal) this.#emit('literal', this.#literalFrom, this.text.length);
    if (this.inner.length % 2 === 1) this.inner.push(this.text.length);
  }
}
