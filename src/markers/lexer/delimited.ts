import type { Rule, Scan } from './rule.ts';
import { literally } from './patterns.ts';

const PARTNERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** End of a text between `delimiter`, which stands at `open`, and its partner; brackets nest, a backslash escapes. -1 without an end. */
export function endOfDelimited({ text, memory }: Scan, open: number): number {
  const delimiter = text.charAt(open);
  const none = `no ${delimiter}`;
  if ((memory.get(none) ?? Infinity) <= open) return -1;
  const stop = stops(delimiter);
  stop.lastIndex = open + 1;
  let depth = 1;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    if (match[0].length > 1) continue;
    depth += match[0] === delimiter && PARTNERS[delimiter] !== undefined ? 1 : -1;
    if (depth === 0) return stop.lastIndex;
  }
  // Whoever asks again further down would look in vain through the same text.
  memory.set(none, open);
  return -1;
}

const known = new Map<string, RegExp>();

function stops(delimiter: string): RegExp {
  const regex = known.get(delimiter) ?? stopsOf(delimiter);
  known.set(delimiter, regex);
  return regex;
}

function stopsOf(delimiter: string): RegExp {
  const partner = PARTNERS[delimiter] ?? '';
  return new RegExp(`\\\\[^]|${literally(delimiter)}${partner && `|${literally(partner)}`}`, 'g');
}

// After so many openers without a terminator a text holds no heredocs, but something else that looks like them.
const VAIN = 500;

/**
 * A heredoc: the opener's last word names the terminator, the body begins on the next line.
 * `open` is a RegExp source; `end` makes the source of the terminator's line.
 */
export function heredoc(open: string, end: (word: string, opener: string) => string): Rule {
  const terminators = new Map<string, Terminator>();
  const terminatorOf = (opener: string): Terminator => {
    const word = WORD.exec(opener)?.[0] ?? '';
    const made = terminators.get(opener) ?? { word, regex: new RegExp(end(literally(word), opener), 'gm') };
    if (terminators.size >= MOST) terminators.clear();
    terminators.set(opener, made);
    return made;
  };
  return { kind: 'literal', open, take: (scan, start, opened) => takeHeredoc(scan, [start, opened], terminatorOf) };
}

/** The word that ends a heredoc, and the line that it stands on. */
interface Terminator {
  readonly word: string;
  readonly regex: RegExp;
}

const WORD = /[^<>~\-"'`\\\s=][^"'`\\]*(?=["'`]?$)/;
// Openers remembered; above this they are forgotten.
const MOST = 500;

function takeHeredoc(
  scan: Scan,
  [start, opened]: readonly [number, number],
  terminatorOf: (opener: string) => Terminator,
): number {
  const { text, memory } = scan;
  const { word, regex: terminator } = terminatorOf(text.slice(start, opened));
  const vain = memory.get('vain') ?? 0;
  const from = Math.max(nextLine(text, opened), memory.get('heredoc') ?? 0);
  if (word === '' || word.length > 200 || vain > VAIN || (memory.get(`no <<${word}`) ?? Infinity) <= from) return -1;
  terminator.lastIndex = from;
  const match = terminator.exec(text);
  if (match === null) {
    memory.set('vain', vain + 1).set(`no <<${word}`, from);
    return -1;
  }
  memory.set('heredoc', terminator.lastIndex);
  scan.reserve(from, terminator.lastIndex);
  return opened;
}

/** Offset of the first character behind the line end that follows `at`. */
export function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed >= 0) return feed + 1;
  const carriage = text.indexOf('\r', at);
  return carriage >= 0 ? carriage + 1 : text.length;
}

/** End of `[[ … ]]`, `[=[ … ]=]` and so on, whose opener stands at `start`..`opened`. */
export function takeLongBracket({ text }: Scan, start: number, opened: number): number {
  const level = text.slice(start, opened).replace(/[^=]/g, '');
  const close = `]${level}]`;
  const end = text.indexOf(close, opened);
  return end < 0 ? text.length : end + close.length;
}
