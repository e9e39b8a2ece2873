/** How far a language's tokens look around themselves. */
export interface Locality {
  /** Whether a token may depend on the code before it (a regular expression, an element), and so on the last literal. */
  readonly operands: boolean;
  /** Whether it matters if anything further down closes an element. */
  readonly elements: boolean;
}

const PLAIN: Locality = { operands: false, elements: false };

/**
 * Languages whose tokens depend on what is near: a rule that fits nothing looks no further than the end of its line and the words behind
 * it, one that fits no further than its token's end; no rule counts what came before, and nothing is embedded. Not so where a quote must
 * be closed to count (YAML), where heredocs, fences or brackets matter (Shell, Markdown, Python), or with languages in each other (Vue).
 */
export const LOCAL_LANGUAGES: ReadonlyMap<string, Locality> = new Map([
  ['C', PLAIN],
  ['C++', PLAIN],
  ['Java', PLAIN],
  ['Go', PLAIN],
  ['Rust', PLAIN],
  ['C#', PLAIN],
  ['Kotlin', PLAIN],
  ['Swift', PLAIN],
  ['Tcl', PLAIN],
  ['CSS', PLAIN],
  ['SCSS', PLAIN],
  ['Less', PLAIN],
  ['TypeScript', { operands: true, elements: false }],
  ['JavaScript', { operands: true, elements: true }],
  ['TSX', { operands: true, elements: true }],
]);
