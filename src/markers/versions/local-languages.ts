/** How far a language's tokens look around themselves. */
export interface Locality {
  /** Whether a token may depend on all that follows up to an empty line, whatever stands there. */
  readonly paragraphs: boolean;
  /** Whether a token may depend on the code before it (a regular expression, an element), and so on the last literal. */
  readonly operands: boolean;
  /** Whether it matters if anything further down closes an element. */
  readonly elements: boolean;
  /** A text that begins like this may depend on any of its lines. */
  readonly unlessBegins?: RegExp;
}

const PLAIN: Locality = { paragraphs: false, operands: false, elements: false };
const SCRIPT: Locality = { ...PLAIN, operands: true };

/**
 * Languages whose tokens depend on what is near: a rule that fits nothing looks no further than the end of its line and the words behind
 * it, one that fits no further than its token's end; no rule counts what came before, and what is embedded is a token. Not so where a quote
 * must be closed to count (YAML), where heredocs or brackets matter (Shell, Python), or with languages in each other (Vue).
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
  ['TypeScript', SCRIPT],
  ['JavaScript', { ...SCRIPT, elements: true }],
  ['TSX', { ...SCRIPT, elements: true }],
  // A code span goes on to the end of its paragraph, front matter to the next line of dashes; both only if they are closed there.
  ['Markdown', { ...PLAIN, paragraphs: true, unlessBegins: /^\ufeff?---/ }],
]);
