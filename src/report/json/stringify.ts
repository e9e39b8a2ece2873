/** What JSON leaves raw but a terminal would act on: DEL, C1, bidirectional controls, line separators. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Some CI systems obey these wherever they stand in a line; in JSON they stand in strings alone. */
const CI_COMMAND = /##(?=(?:vso|teamcity)?\[)/g;

/** JSON, indented, ending with a newline, safe to print on a terminal and in a CI; the value is not changed by the escapes. */
export function stringify(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const shown = text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${shown.replace(CI_COMMAND, '#\\u0023')}\n`;
}
