import { escapeTerminal } from './terminal.ts';

/** What spreadsheets take for the beginning of a formula, in their full-width forms, too. */
const FORMULA = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;

/** Untrusted text as a field of a CSV record: one line, no formula, quoted where RFC 4180 wants it. Numbers stay numbers. */
export function escapeCsv(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = escapeTerminal(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  // A record that begins with `::` would be a command to a GitHub runner.
  return /[",]|^\s|\s$|^::/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
