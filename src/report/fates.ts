import type { Extent, Fate, RemovalKind } from '../model/hack.ts';
import type { FateCounts } from '../model/head.ts';
import type { Palette } from './palette.ts';
import { renderNumber } from './words.ts';

interface FateRow {
  readonly title: string;
  readonly meaning: string;
  readonly paint: keyof Palette;
}

/** What the fates mean, in the order of every output. */
export const FATES: Readonly<Record<Fate, FateRow>> = {
  refactored: { title: 'Refactored', meaning: 'the code it speaks of was rewritten', paint: 'good' },
  deleted: { title: 'Deleted', meaning: 'the code it speaks of is gone, too', paint: 'good' },
  swept: { title: 'Swept under the rug', meaning: 'the comment is gone, the code is as it was', paint: 'bad' },
  unclear: {
    title: 'Unclear',
    meaning: 'the comment is gone; the code does not tell whether it was paid',
    paint: 'doubtful',
  },
};

export const FATE_NAMES = Object.keys(FATES) as readonly Fate[];

/** What was observed, in words. */
export const REMOVALS: Readonly<Record<RemovalKind, string>> = {
  'code-changed': 'its code changed with it',
  'comment-only': 'only the comment went',
  'code-deleted': 'its code went with it',
  'file-deleted': 'its file went with it',
};

/** How far the change went, in words. */
export const EXTENTS: Readonly<Record<Extent, string>> = {
  none: 'nothing else changed',
  format: 'only its layout changed',
  rename: 'only names changed',
  moved: 'it moved unchanged',
  logic: 'its logic changed',
};

/** `5 refactored, 1 swept`; empty if nothing is gone. */
export function renderFates(counts: FateCounts, total: number): string {
  const named = FATE_NAMES.filter((fate) => counts[fate] > 0).map((fate) => `${renderNumber(counts[fate])} ${fate}`);
  const judged = FATE_NAMES.reduce((sum, fate) => sum + counts[fate], 0);
  return judged === total || judged === 0 ? named.join(', ') : [...named, `${total - judged} not judged`].join(', ');
}
