import { buildSource, type SourceText } from '../../../src/markers/scopes/source-text.ts';

const C_LIKE = /(?<comment>\/\/.*|\/\*[^]*?\*\/|<!--[^]*?-->)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/g;
const HASH = /(?<comment>#.*)|"""[^]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
const DASH = /(?<comment>--.*|\/\*[^]*?\*\/)|'[^']*'/g;

/** A text with the comments and literals of plain code, so that these tests need no lexer; `|` marks the left margin. */
export function sketch(path: string, lines: string): SourceText {
  const text = lines.replaceAll(/^ *\|/gm, '');
  const pattern = /\.(?:py|rb|sh|ex)$/.test(path) ? HASH : /\.(?:sql|lua)$/.test(path) ? DASH : C_LIKE;
  const comments: number[] = [];
  const literals: number[] = [];
  for (const match of text.matchAll(pattern)) {
    const list = match.groups?.['comment'] === undefined ? literals : comments;
    list.push(match.index, match.index + match[0].length);
  }
  return buildSource(path, text, { tokens: { comments, literals } });
}
