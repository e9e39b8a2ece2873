import type { RepoPath } from '../model/git.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SHORT_ESCAPES = new Map<number, string>([
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [QUOTE, '\\"'],
  [BACKSLASH, '\\\\'],
]);
const LONG_FORMS = new Map([...SHORT_ESCAPES].map(([byte, escape]) => [escape.charCodeAt(1), byte]));

/** The bytes of a path as git stores them -> its one spelling in hackdebt (see RepoPath); `encodePath` is the way back. */
export function decodePath(bytes: Buffer): RepoPath {
  const text = bytes.toString('utf8');
  const isPlain = bytes[0] !== QUOTE && (!text.includes('\uFFFD') || Buffer.from(text).equals(bytes));
  return (isPlain ? text : quote(bytes)) as RepoPath;
}

/** The same for bytes that were read as Latin-1: most paths are ASCII, and said already. */
export function decodeLatin1Path(text: string): RepoPath {
  const isSaid = !text.startsWith('"') && !/[^\0-\x7f]/.test(text);
  return isSaid ? (text as RepoPath) : decodePath(Buffer.from(text, 'latin1'));
}

/** The bytes of a path as git and the file system know them. */
export function encodePath(path: RepoPath): Buffer {
  return path.startsWith('"') ? unquote(path) : Buffer.from(path);
}

/** Git's C-quoted form, as `git ls-files` prints it without -z and with core.quotePath. */
function quote(bytes: Buffer): string {
  return `"${Array.from(bytes, quoteByte).join('')}"`;
}

function quoteByte(byte: number): string {
  const short = SHORT_ESCAPES.get(byte);
  if (short !== undefined) return short;
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

function unquote(path: string): Buffer {
  const bytes: number[] = [];
  for (let at = 1; at < path.length - 1; at += 1) {
    const code = path.charCodeAt(at);
    if (code !== BACKSLASH) {
      bytes.push(code);
      continue;
    }
    const long = LONG_FORMS.get(path.charCodeAt(at + 1));
    bytes.push(long ?? Number.parseInt(path.slice(at + 1, at + 4), 8));
    at += long === undefined ? 3 : 1;
  }
  return Buffer.from(bytes);
}
