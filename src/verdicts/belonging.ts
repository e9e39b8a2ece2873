import type { SourceText } from '../markers/scopes/source-text.ts';
import type { Wording } from '../model/marker.ts';
import { compareCode } from './comparison.ts';
import { changedNamesOf } from './related.ts';
import { isNamedIn } from './same-matter.ts';

/** What ties other code to an admission: what it says, and the names around it (related.ts). */
export interface Ties {
  readonly wording: Pick<Wording, 'tag' | 'text'>;
  readonly names: readonly string[];
}

/**
 * Whether the change of another file may be what an admission asked for: its code changes in lines with a tied name, under a name that the
 * admission says, or together with a twin of the admission that goes there. Null = the file is not there.
 */
export function belongsTo(ties: Ties, before: SourceText | null, after: SourceText | null): boolean {
  const source = before ?? after;
  if (!source) return false;
  const empty: SourceText = { ...source, text: '', lineStarts: [0], comments: [], literals: [] };
  const comparison = compareCode(before ?? empty, after ?? empty);
  const changesCode = comparison.match.includes(-1) || comparison.added.size > 0;
  if (!changesCode) return false;
  return (
    changedNamesOf(comparison, ties.names).length > 0 ||
    isNamedIn(ties.wording.text, source.path) ||
    (before !== null && after !== null && countTwins(after, ties.wording) < countTwins(before, ties.wording))
  );
}

/** How often a text says the same admission, whoever is named after its tag. */
function countTwins({ text }: SourceText, { tag, text: said }: Ties['wording']): number {
  if (said.length < 8) return 0;
  const plain = text.replaceAll(/\s*\n\s*(?:\/\/|#|\*|--)?\s*/g, ' ').replaceAll(/\s+/g, ' ');
  return plain.toUpperCase().includes(tag) ? plain.split(said).length - 1 : 0;
}
