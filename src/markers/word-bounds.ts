// Scripts without spaces between words know no boundaries: a word of another script may stand right beside their letters.
const SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** A letter of a script without spaces between words. */
export const UNSPACED = new RegExp(`[${SCRIPTS}]`, 'u');

/** Source of a RegExp (flag `u`): what makes a longer word of the one beside it. */
export const SPACED_LETTER = `(?:(?![${SCRIPTS}])[\\p{L}\\p{M}\\p{N}_])`;
