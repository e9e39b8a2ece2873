/** `tag` = a word such as TODO; `phrase` = words that admit a shortcut without a tag; `macro` = code that says so itself (`todo!()`). */
export type MarkerKind = 'tag' | 'phrase' | 'macro';

/** One comment of a text. Lines and columns count from 1; columns, `start` and `end` in UTF-16 code units. */
export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** One admission in the text of one blob. The position is that of the tag or phrase; `endLine` that of its last continuation line. */
export interface Marker {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly kind: MarkerKind;
  /** Upper-case name of the tag (`TODO`), or the phrase's rule (`DON'T DO THIS`). */
  readonly tag: string;
  /** What is said after the tag and its owner, over all its lines, white space collapsed. */
  readonly text: string;
  readonly owner: string | null;
  readonly issues: readonly string[];
  /** ISO date (`2026-12-01`), or null. */
  readonly due: string | null;
  /** Number of `!` after the tag: 0, 1 or 2 and more. */
  readonly priority: number;
}

/** 32-bit hashes (unsigned) of white-space-collapsed text around a marker; 0 where there is nothing. Enough to match and to see a change, without keeping text. */
export interface Surroundings {
  /** The nearest line above that is neither blank nor part of the marker's comment. */
  readonly before: number;
  /** The annotated code: the code on the marker's own line if it trails, else the statement or block after it. */
  readonly code: number;
  /** The header line of the enclosing definition. */
  readonly scope: number;
}

/** What a marker says and stands in, without its position: equal in thousands of versions of a file, so kept once. */
export interface Wording {
  readonly kind: MarkerKind;
  readonly tag: string;
  readonly text: string;
  readonly owner: string | null;
  readonly issues: readonly string[];
  readonly due: string | null;
  readonly priority: number;
  /** Name of the enclosing definition (`fetchFeed`), or null at the top level. */
  readonly enclosing: string | null;
  readonly around: Surroundings;
}

/** Where a wording stands in one blob. */
export interface Sight {
  readonly wording: Wording;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
}

/** Why a file was not searched for markers. */
export type SkipReason =
  | 'binary'
  | 'generated'
  | 'vendored'
  | 'minified'
  | 'too large'
  | 'LFS pointer'
  | 'submodule'
  | 'symbolic link'
  | 'ignored by the file'
  | 'excluded by configuration'
  | 'unreadable';
