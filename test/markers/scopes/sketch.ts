import { buildSource, type SourceText } from '../../../src/markers/scopes/source-text.ts';
import type { Range } from '../../../src/markers/tokens.ts';

const C_LIKE = /(?<comment>\/\/.*|\/\*[^]*?\*\/|<!--[^]*?-->)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/g;
const HASH = /(?<comment>#.*)|"""[^]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
const DASH = /(?<comment>--.*|\/\*[^]*?\*\/)|'[^']*'/g;

/** A text with the comments and literals of plain code, so that these tests need no lexer; `|` marks the left margin. */
export function sketch(path: string, lines: string): SourceText {
  const text = lines.replaceAll(/^ *\|/gm, '');
  const pattern = /\.(?:py|rb|sh|ex)$/.test(path) ? HASH : /\.(?:sql|lua)$/.test(path) ? DASH : C_LIKE;
  const found = [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isComment: match.groups?.['comment'] !== undefined,
  }));
  const comments: Range[] = found.filter((range) => range.isComment);
  return buildSource(path, text, { comments, literals: found.filter((range) => !range.isComment) });
}
