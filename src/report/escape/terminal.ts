/** C0, DEL, C1, bidirectional and other invisible controls, separators, halves of surrogate pairs. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/gu;

/** Some CI systems obey these wherever they stand in a line. */
const CI_COMMAND = /##(?=(?:vso|teamcity)?\[)/g;

/** Makes untrusted text safe to print in one line: what would act on the terminal is shown instead. */
export function escapeTerminal(text: string): string {
  return text.replace(/\t/g, ' ').replace(UNSAFE, showControl).replace(CI_COMMAND, '# #');
}

/** A line that begins with `::` is a command to a GitHub runner; no line of a page for people may. */
export function disarmLines(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ');
}

/** ESC as its picture `␛`, the rest by its number: `\u{202e}`. */
function showControl(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `\\u{${code.toString(16)}}`;
}
