/** What a definition is; structs, enums, traits' implementations count as `class`, protocols and traits as `interface`, a test's or callback's titled block as `block`. */
export type ScopeKind = 'function' | 'method' | 'class' | 'interface' | 'namespace' | 'property' | 'table' | 'block';

/** One named definition. Lines count from 1; from the first line of its header to its last line. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** The definitions of one text, worked out only as far as they are asked for. */
export interface Scopes {
  /** The innermost definition that has the line. */
  readonly at: (line: number) => Scope | undefined;
  /** Every definition, in order of their headers. */
  readonly all: () => readonly Scope[];
  /**
   * What the answers of `at` so far were read from, as flat pairs of offsets; undefined where that may be the whole text. A text that is
   * the same there, and leaves the same braces open elsewhere, has the same answers.
   */
  readonly grounds?: () => readonly number[];
}

/** How a definition is recognised in a header: the last group that took part in the match is the name. */
export interface DefinitionRule {
  readonly kind: ScopeKind;
  readonly pattern: RegExp;
}
