import type { Scan } from './rule.ts';

const WORD = /[\w$]/;
// How far a `(` is looked for backwards.
const PAREN_REACH = 400;
// How many comments are passed on the way back.
const COMMENTS = 200;
/** Words before an expression, in languages like C. None may be the name of a variable: `x / 2` is a division. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'return typeof case in of do if else void delete instanceof new throw yield await default'.split(' '),
);
/** The same in languages like Ruby, where a function's name stands before its argument, too. */
export const SCRIPT_WORDS: ReadonlySet<string> = new Set(
  'return case in do else yield and or not if unless while until elsif when then begin ensure rescue puts split grep map join print push unshift'.split(
    ' ',
  ),
);
const CONDITIONS = new Set(['if', 'while', 'for', 'with', 'until', 'unless']);

/**
 * Whether an operand is due at `at` (so that `/` begins a regex literal there, and `<` an element), judged by the token before it; `words`
 * are those after which one is.
 */
export function isOperandDue(scan: Scan, at: number, words: ReadonlySet<string> = KEYWORDS): boolean {
  const { text } = scan;
  const last = codeBefore(scan, at);
  if (last < 0) return true;
  const char = text.charAt(last);
  if (WORD.test(char) || char > '\x7f') return isKeyword(text, last, words);
  if (char === ')') return closesCondition(text, last);
  if (char === '}') return /[\r\n]/.test(text.slice(last, Math.min(at, last + 200)));
  if (char === '+' || char === '-') return text.charAt(last - 1) !== char;
  // `x!` of TypeScript.
  if (char === '!') return !/[\w$)\]]/.test(text.charAt(last - 1)) || isKeyword(text, last - 1, words);
  return !(char === ']' || char === '"' || char === "'" || char === '`');
}

/** Offset of the last character of code before `at`, over white space and comments; -1 at the beginning of the text. */
export function codeBefore({ text, comments }: Scan, at: number): number {
  let pair = comments.length;
  let last = at - 1;
  for (let passed = 0; ; passed++) {
    while (last >= 0 && text.charCodeAt(last) <= 32) last--;
    if (pair < 2 || passed > COMMENTS || comments[pair - 1] !== last + 1) return last;
    last = (comments[pair - 2] ?? 0) - 1;
    pair -= 2;
  }
}

function isKeyword(text: string, last: number, words: ReadonlySet<string>): boolean {
  const word = wordEndingAt(text, last);
  if (!words.has(word)) return false;
  const before = text.charAt(last - word.length);
  return before !== '.' && before !== '$' && before !== '@';
}

function wordEndingAt(text: string, last: number): string {
  let start = last;
  // Longer than any keyword is long enough.
  while (start >= 0 && last - start < 12 && WORD.test(text.charAt(start))) start--;
  return text.slice(start + 1, last + 1);
}

function closesCondition(text: string, close: number): boolean {
  let depth = 0;
  for (let at = close; at >= 0 && close - at < PAREN_REACH; at--) {
    const char = text.charAt(at);
    if (char === ')') depth++;
    else if (char === '(' && --depth === 0) {
      let last = at - 1;
      while (text.charAt(last) === ' ') last--;
      return CONDITIONS.has(wordEndingAt(text, last));
    }
  }
  return false;
}
