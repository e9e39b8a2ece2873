export type TokenKind = 'comment' | 'literal' | 'code';

/** What the functions of a rule may look at and do while a text is being cut into tokens. */
export interface Scan {
  readonly text: string;
  /** Found so far, as flat pairs: start, end, start, end … */
  readonly comments: readonly number[];
  readonly literals: readonly number[];
  /** Room for what a rule must remember between its calls, by its own name. */
  readonly memory: Map<string, number>;
  /** What stands from `start` to `end`, further down, is a literal (body of a heredoc), or text of a language. */
  readonly reserve: (start: number, end: number, language?: string) => void;
  /** Everything from `start` to `end` is text of another language. */
  readonly embed: (language: string, start: number, end: number) => void;
  /** The same for a text that stands in for the stretch of its length at `start`. */
  readonly embedText: (language: string, start: number, text: string) => void;
}

/** Cuts one token out of the text. */
export interface Rule {
  readonly kind: TokenKind | ((scan: Scan, start: number, end: number) => TokenKind);
  /** Source of a RegExp without capturing groups; matches the whole token, or its opener if `take` or `push` says how it goes on. */
  readonly open: string;
  /** End of the token whose opener stands at `start`..`end`; -1: no token, go on behind its first character. */
  readonly take?: (scan: Scan, start: number, end: number) => number;
  /** Its functions look at the comments before it. */
  readonly looksBack?: boolean;
  /** Mode that begins behind the token. */
  readonly push?: string;
  /** Source of a stretch that begins with the opener and ends back in this mode, to be passed over as one if nobody wants its tokens. */
  readonly whole?: string;
  /** Leave this many modes behind the token. */
  readonly pop?: number;
}

/** A stretch of text with rules of its own. In a literal mode, what is no token is part of a literal. */
export interface Mode {
  readonly literal?: boolean;
  readonly rules: readonly Rule[];
}

/** How the comments and literals of a language are found. Every grammar begins in its mode `code`; `braces` and `parens` are made from it. */
export interface Grammar {
  readonly modes: { readonly code: Mode; readonly [name: string]: Mode };
  /** Letters count the same in both cases (`REM`, `rem`). */
  readonly ignoreCase?: boolean;
  /** What is no token of mode `code` and stands in no other mode is text of a host language. */
  readonly template?: boolean;
}
