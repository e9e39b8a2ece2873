// Scripts without spaces between words know no boundaries: a word of another script may stand right beside their letters.
const SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** A letter of a script without spaces between words. */
export const UNSPACED = new RegExp(`[${SCRIPTS}]`, 'u');

/** Source of a RegExp (flag `u`): what makes a longer word of the one beside it. */
export const SPACED_LETTER = `(?:(?![${SCRIPTS}])[\\p{L}\\p{M}\\p{N}_])`;

const SPACED = new RegExp(SPACED_LETTER, 'u');

/** Whether what stands from `start` to `end` is no part of a longer word. */
export function isBounded(text: string, start: number, end: number): boolean {
  const isFree = (beside: string, own: string): boolean => !isSpaced(beside) || isUnspaced(own);
  return (
    isFree(characterBefore(text, start), characterAt(text, start)) &&
    isFree(characterAt(text, end), characterBefore(text, end))
  );
}

/** Most letters are ASCII: the large classes are not even compiled for these. */
function isSpaced(character: string): boolean {
  return character <= '\u007f' ? /\w/.test(character) : SPACED.test(character);
}

function isUnspaced(character: string): boolean {
  return character > '\u007f' && UNSPACED.test(character);
}

/** The character that begins at an offset; empty at the end. */
function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The character that ends at an offset; empty at the start. */
function characterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at);
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1);
}
