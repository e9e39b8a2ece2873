import type { Comment } from '../model/marker.ts';
import { LineIndex } from './lines.ts';
import { lexFile } from './tokens.ts';

export interface CommentOptions {
  /** Name of a language (as in `.gitattributes linguist-language`) that overrules the path. */
  readonly language?: string;
}

/**
 * Finds the comments of a text, those of embedded languages and the docstrings of Python included; ascending, without overlap.
 * `path` says which language it is; `text` of a comment is its source with the delimiters.
 */
export function findComments(text: string, path: string, options: CommentOptions = {}): Comment[] {
  const { comments } = lexFile(text, path, options.language);
  const found: Comment[] = [];
  if (comments.length === 0) return found;
  const lines = new LineIndex(text);
  for (let pair = 0; pair < comments.length; pair += 2) {
    const [start = 0, end = 0] = [comments[pair], comments[pair + 1]];
    found.push({
      text: text.slice(start, end),
      start,
      end,
      line: lines.lineOf(start),
      column: lines.columnOf(start),
      endLine: lines.lineOf(Math.max(start, end - 1)),
    });
  }
  return found;
}
