import type { RepoPath } from '../../model/git.ts';

/** A marker or an open hack: something to say about a line. */
export interface Place {
  readonly path: RepoPath;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly kind: string;
  readonly tag: string;
  readonly text: string;
}

/** Tags that say that something is wrong, not only undone. */
const WARNINGS = new Set(['FIXME', 'BUG', 'XXX', 'HACK']);

/** How loud a tag is in annotations. */
export function levelOf({ tag, kind }: Pick<Place, 'tag' | 'kind'>): 'warning' | 'note' {
  return WARNINGS.has(tag) || kind === 'phrase' ? 'warning' : 'note';
}

/** `dont-do-this`; what is no letter or digit in any script becomes a dash. */
export function ruleOf(tag: string): string {
  const words = tag
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? 'marker' : words;
}
