import { compileGlob, type Glob } from './attribute-glob.ts';

/** Value of one attribute: set, unset, a text, or `null` for "as if nobody had said anything" (`!name`). */
export type AttributeValue = boolean | string | null;

/** One `name`, `-name`, `!name` or `name=value`. */
export interface Assignment {
  readonly name: string;
  readonly value: AttributeValue;
}

/** One line of a `.gitattributes`. */
export interface AttributeRule {
  readonly fits: Glob;
  readonly assignments: readonly Assignment[];
}

/** What one `.gitattributes` says: its rules in order, and the macros it defines (heeded at the top level only). */
export interface AttributeFile {
  readonly rules: readonly AttributeRule[];
  readonly macros: ReadonlyMap<string, readonly Assignment[]>;
}

/** Longer lines are ignored, as git does. In bytes. */
const LINE_LIMIT = 2048;
const MACRO = '[attr]';
const NAME = /^[A-Za-z0-9_.][-A-Za-z0-9_.]*$/;
const ESCAPES: Record<string, string> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };

/** The text (bytes as Latin-1) of one `.gitattributes`; see gitattributes(5). Lines git would complain about are left out. */
export function parseAttributes(text: string): AttributeFile {
  const rules: AttributeRule[] = [];
  const macros = new Map<string, readonly Assignment[]>();
  for (const line of text.replace(/^\xef\xbb\xbf/, '').split('\n')) {
    const parts = line.length < LINE_LIMIT ? splitLine(line) : undefined;
    if (parts === undefined) continue;
    const assignments = parts.words.map(parseAssignment);
    // One name that is none spoils its whole line.
    if (!assignments.every(({ name }) => NAME.test(name))) continue;
    if (parts.pattern.startsWith(MACRO)) macros.set(parts.pattern.slice(MACRO.length), assignments);
    else if (!parts.pattern.startsWith('!')) rules.push({ fits: compileGlob(parts.pattern), assignments });
  }
  return { rules, macros };
}

interface Parts {
  readonly pattern: string;
  readonly words: readonly string[];
}

/** `*.min.js linguist-generated -diff`, `"a b.c" text`, `# comment` */
function splitLine(line: string): Parts | undefined {
  const trimmed = line.replace(/^[ \t\r]+/, '');
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(trimmed);
  const macro = /^\[attr\][ \t\r]*[^ \t\r]*/.exec(trimmed)?.[0];
  const raw = quoted?.[0] ?? macro ?? /^[^ \t\r]+/.exec(trimmed)?.[0] ?? '';
  const words = trimmed.slice(raw.length).split(/[ \t\r]+/);
  const pattern = quoted === null ? raw.replace(/[ \t\r]/g, '') : unescape(quoted[1] ?? '');
  return { pattern, words: words.filter((word) => word !== '') };
}

function unescape(text: string): string {
  return text.replace(/\\([0-3][0-7]{2}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
}

function parseAssignment(word: string): Assignment {
  const sign = word[0] === '-' || word[0] === '!' ? word[0] : '';
  const at = word.indexOf('=');
  const name = word.slice(sign.length, at === -1 ? undefined : at);
  if (sign === '-') return { name, value: false };
  if (sign === '!') return { name, value: null };
  return { name, value: at === -1 ? true : word.slice(at + 1) };
}
