import { hoistCharacter, hoistIndented } from './hoist.ts';
import type { Mode, Rule, TokenKind } from './rule.ts';

// Loops over alternatives keep one entry per round on V8's backtrack stack (64 MB), so they must have an end.
const ROUNDS = 500_000;

/** Source of a RegExp that matches the text literally. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** From the opener (a RegExp source) to the end of the line. */
export function line(open: string): Rule {
  return { kind: 'comment', open: `(?:${hoistIndented(hoistCharacter(open))})[^\\r\\n]*` };
}

/** A line comment that a backslash at the end of the line carries on. */
export function continuedLine(open: string): Rule {
  return { kind: 'comment', open: `(?:${open})[^\\\\\\r\\n]*${rounds('\\\\(?:\\r\\n|[^])?[^\\\\\\r\\n]*')}` };
}

/** From one text to another, over lines; without the closer, to the end of the text. `before` is the source of what looks behind. */
export function block(open: string, close: string, before = ''): Rule {
  return { kind: 'comment', open: `${before}${literally(open)}[^]*?(?:${literally(close)}|(?![^]))` };
}

/** A block comment that may hold others of its kind. */
export function nested(open: string, close: string): Rule {
  return { kind: 'comment', open: literally(open), take: untilBalanced(literally(open), literally(close)) };
}

/** A token from an opener (a RegExp source) up to and with a text; without it, to the end of the text. */
export function until(open: string, close: string, kind: TokenKind = 'literal'): Rule {
  return { kind, open, take: untilText(close) };
}

/** A quoted text on one line, with backslash escapes (an escaped line end carries it on); unclosed, it ends with the line. */
export function quoted(quote: string, before = ''): Rule {
  const plain = `[^${quote}\\\\\\r\\n]*`;
  return { kind: 'literal', open: `${before}${quote}${plain}${rounds(`\\\\(?:\\r\\n|[^])${plain}`)}${quote}?` };
}

/** A quoted text with backslash escapes that may run over lines. */
export function quotedLines(quote: string, before = ''): Rule {
  const plain = `[^${quote}\\\\]*`;
  return { kind: 'literal', open: `${before}${quote}${plain}${rounds(`\\\\[^]${plain}`)}${quote}?` };
}

/** A quoted text without escapes; a doubled quote stands for itself. */
export function doubled(quote: string, before = ''): Rule {
  return { kind: 'literal', open: `${before}${quote}[^${quote}]*${rounds(`${quote}${quote}[^${quote}]*`)}${quote}?` };
}

/** The same on one line only. */
export function doubledOnLine(quote: string, before = ''): Rule {
  const plain = `[^${quote}\\r\\n]*`;
  return { kind: 'literal', open: `${before}${quote}${plain}${rounds(`${quote}${quote}${plain}`)}${quote}?` };
}

/** A character or short text in single quotes that must end on its line; a lone quote is no token. */
export function character(before = ''): Rule {
  return { kind: 'literal', open: `${before}'(?:[^'\\\\\\r\\n]|\\\\[^\\r\\n]){0,1000}'` };
}

/** Text between three quotes, with backslash escapes. */
export function triple(quote: string, before = ''): Rule {
  const body = `[^\\\\${quote}]*${rounds(`(?:\\\\[^]|${quote}(?!${quote}${quote}))[^\\\\${quote}]*`)}`;
  return { kind: 'literal', open: `${before}${quote}{3}${body}(?:${quote}{3})?` };
}

/** A string with parts in the language's own code: plain ones are matched whole, the others go through a mode. */
export interface Interpolation {
  readonly open: string;
  readonly close: string;
  /** RegExp source of what begins the code; it ends with the matching bracket. */
  readonly code: string;
  readonly brackets: 'braces' | 'parens';
  /** RegExp sources of what must not be taken for the closer. */
  readonly skip?: string;
  readonly oneLine?: boolean;
}

/** The mode of such a string; the rule that enters it is `{ kind: 'literal', open, push }`. */
export function interpolated(string: Interpolation): Mode {
  const rules: Rule[] = [
    { kind: 'code', open: string.skip ?? '\\\\[^]' },
    { kind: 'code', open: string.code, push: string.brackets },
    { kind: 'literal', open: string.close, pop: 1 },
  ];
  if (string.oneLine) rules.push({ kind: 'literal', open: '(?=[\\r\\n])', pop: 1 });
  return { literal: true, rules };
}

function rounds(body: string): string {
  return `(?:${body}){0,${ROUNDS}}`;
}

function untilText(close: string): NonNullable<Rule['take']> {
  return ({ text }, _start, opened) => {
    const at = text.indexOf(close, opened);
    return at < 0 ? text.length : at + close.length;
  };
}

function untilBalanced(open: string, close: string): NonNullable<Rule['take']> {
  const either = new RegExp(`(${open})|${close}`, 'g');
  return ({ text }, _start, opened) => {
    let depth = 1;
    either.lastIndex = opened;
    while (depth > 0) {
      const match = either.exec(text);
      if (match === null) return text.length;
      depth += match[1] === undefined ? -1 : 1;
    }
    return either.lastIndex;
  };
}
