/** What JSON leaves raw but a terminal would act on: DEL, C1, bidirectional controls, line separators. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** JSON, indented, ending with a newline, safe to print on a terminal; the value is not changed by the escapes. */
export function stringify(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
