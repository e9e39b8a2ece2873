import type { Marker } from '../model/marker.ts';
import { firstCharsOf } from './lexer/first-chars.ts';

/** What a comment, or several line comments below each other, says: without delimiters, one line per line of the source. */
export interface Passage {
  readonly text: string;
  readonly lines: readonly PassageLine[];
  /** Where it begins and ends in the source. */
  readonly start: number;
  readonly end: number;
}

interface PassageLine {
  /** Offset of the line's first character in the passage, and of the same character in the source. */
  readonly at: number;
  readonly source: number;
}

/** A marker of a passage; `at` and `end` are offsets in the passage's text. */
export interface PassageMarker extends Omit<Marker, 'line' | 'column' | 'endLine'> {
  readonly at: number;
  readonly end: number;
}

/** Offset in the source of a character of the passage. */
export function sourceOffset(passage: Passage, at: number): number {
  let low = 0;
  let high = passage.lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((passage.lines[middle]?.at ?? 0) <= at) low = middle;
    else high = middle;
  }
  const line = passage.lines[low] ?? { at: 0, source: 0 };
  return line.source + at - line.at;
}

// Openers of block comments with what closes them; the first that fits counts.
const BLOCKS: readonly (readonly [opener: RegExp, closer: RegExp])[] = [
  [/^\/\*+!?<?/, /\**\/$/],
  [/^<!--+/, /--!?>$/],
  [/^<%\s*\/\*/, /\*\/\s*%>$/],
  [/^<%[-=]?#|^<%!?--/, /(?:--)?%>$/],
  [/^\{\{!--|^\{\{--/, /--\}\}$/],
  [/^\{\{-?\s*\/\*/, /\*\/\s*-?\}\}$/],
  [/^\{\{!/, /\}\}$/],
  [/^\{%-?\s*comment\b[^%]*%\}/, /\{%-?\s*endcomment\s*-?%\}$/],
  [/^\{#-?|^\{\*/, /[-*]?#?\}$/],
  [/^@\*/, /\*@$/],
  [/^\{-+\|?|^\{\^/, /-+\}$/],
  [/^\(\*+/, /\*+\)$/],
  [/^#\|+/, /\|+#$/],
  [/^#=+/, /=+#$/],
  [/^#\[+/, /\]+#$/],
  [/^<#/, /#>$/],
  [/^###(?!#)/, /###$/],
  [/^--\[=*\[/, /\]=*\]$/],
  [/^\/\+/, /\+\/$/],
  [/^[%#]\{/, /[%#]\}$/],
  [/^%?\[|^\{(?![{%#])/, /\]$|\}$/],
  [/^[rRuU]?"{3}/, /"{3}$/],
  [/^[rRuU]?'{3}/, /'{3}$/],
  [/^[rRuU]?"(?=[^]*"$)/, /"$/],
  [/^=(?:begin|pod|for|head\d|item|over|encoding|cut)\b/, /^=(?:end|cut)\b.*$/m],
  [/^\\begin\{comment\}/, /\\end\{comment\}$/],
];

const LINE_OPENER =
  /^(?:\/\/+[!<]*|#+[!:]?|--+\|?|;+|%+|"|'|!+|\.\.(?=\s|$)|\*+>?|::+|>|\\+|@?rem\b|@?c(?:omment)?(?=\s)|d(?:nl)?(?=\s)|=\w+|\[[^\]]*\]:\s*#?\s*\(?|NB\.|⍝)/i;

/** The passage of consecutive comments (flat pairs of offsets). */
export function buildPassage(source: string, pairs: readonly number[]): Passage {
  const lines: PassageLine[] = [];
  let text = '';
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const [start = 0, end = 0] = [pairs[pair], pairs[pair + 1]];
    for (const line of contentLines(source.slice(start, end))) {
      if (lines.length > 0) text += '\n';
      lines.push({ at: text.length, source: start + line.at });
      text += line.text;
    }
  }
  return { text, lines, start: pairs[0] ?? 0, end: pairs.at(-1) ?? 0 };
}

/** Whether a comment ends with its line, so that the next line may carry it on. */
export function isLineComment(comment: string): boolean {
  return blockOf(comment) === undefined && !/[\r\n]/.test(comment);
}

const byFirst = new Map<string, typeof BLOCKS>();

function blockOf(comment: string): (typeof BLOCKS)[number] | undefined {
  // No block begins like the most common line comment.
  if (comment.startsWith('//')) return undefined;
  const first = comment.charAt(0);
  const blocks = byFirst.get(first) ?? BLOCKS.filter(([opener]) => mayBegin(opener, first));
  byFirst.set(first, blocks);
  return blocks.find(([opener]) => opener.test(comment));
}

function mayBegin(opener: RegExp, first: string): boolean {
  const chars = firstCharsOf(opener.source);
  return chars === undefined || new RegExp(`[${chars.join('')}]`).test(first);
}

interface ContentLine {
  readonly at: number;
  readonly text: string;
}

function contentLines(comment: string): ContentLine[] {
  const block = blockOf(comment);
  const opened = (block ? block[0] : LINE_OPENER).exec(comment)?.[0].length ?? 0;
  const closed = block ? comment.slice(opened).replace(block[1], '').length + opened : comment.length;
  if (!/[\r\n]/.test(comment)) return [trimmed(comment, opened, closed)];
  const found: ContentLine[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  let at = opened;
  for (const match of comment.slice(opened, closed).matchAll(lineEnd)) {
    found.push(trimmed(comment, at, opened + match.index));
    at = opened + match.index + match[0].length;
  }
  found.push(trimmed(comment, at, closed));
  return found;
}

const DECORATION = /[ \t]*(?:\*+(?!\*|[\w(])|\/\/+|\|(?= ))?[ \t]*/y;

// Without the leading `*` of a block's lines, and without what frames a box.
function trimmed(comment: string, from: number, to: number): ContentLine {
  DECORATION.lastIndex = from;
  DECORATION.test(comment);
  const at = Math.min(DECORATION.lastIndex, to);
  const text = comment.slice(at, to);
  return { at, text: /[ \t*#/;|%]/.test(text.slice(-1)) ? text.replace(/[ \t]+[*#/;|%]*[ \t]*$/, '') : text };
}
