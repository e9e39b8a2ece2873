import { findCommentOf } from '../markers/scopes/annotated-code.ts';
import type { MarkerPlace, SourceText } from '../markers/scopes/source-text.ts';

/**
 * Whether a text has a marker's comment as often as an older one: then nobody took it away, but the file went where nobody looks (a folder
 * of vendored code), or asks not to be searched.
 */
export function isStillSaid(before: SourceText, marker: MarkerPlace, after: SourceText): boolean {
  const comment = findCommentOf(before, marker);
  if (!comment) return false;
  const said = textOf(before, comment);
  const count = (source: SourceText): number =>
    source.comments.filter((other) => other.end - other.start >= said.length && textOf(source, other) === said).length;
  return count(after) >= count(before);
}

function textOf({ text }: SourceText, { start, end }: SourceText['comments'][number]): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}
