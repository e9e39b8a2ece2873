import type { Fate, Verdict } from '../model/hack.ts';

/** What else is known of a hack's life when it ends. */
export interface Life {
  /** The annotated code was rewritten in an earlier commit while the admission stayed. */
  readonly rewrittenBefore: boolean;
  /** The removing commit also changes a caller or a test of the code, or names an issue. */
  readonly commitDoesMore: boolean;
}

/** How a life can end: what was observed, and for a comment that went alone what is known of its life. */
export type EndingKind =
  | 'file-deleted'
  | 'code-deleted'
  | 'code-changed'
  | 'tidied-later'
  | 'comment-with-more'
  | 'doubtful'
  | 'comment-alone';

/** What an ending means; the title heads lists, the meaning is one sentence for people. */
export interface EndingMeaning {
  readonly fate: Fate;
  readonly title: string;
  readonly meaning: string;
}

/** The one table from what was observed to what it means; every format reads it. */
export const ENDINGS: Record<EndingKind, EndingMeaning> = {
  'file-deleted': { fate: 'deleted', title: 'Deleted', meaning: 'The whole file is gone.' },
  'code-deleted': { fate: 'deleted', title: 'Deleted', meaning: 'The code it spoke of is gone.' },
  'code-changed': { fate: 'refactored', title: 'Refactored', meaning: 'The code it spoke of was changed.' },
  'tidied-later': {
    fate: 'refactored',
    title: 'Refactored',
    meaning: 'The code was rewritten earlier, the comment was tidied up later.',
  },
  'comment-with-more': {
    fate: 'unclear',
    title: 'Unclear',
    meaning:
      'The comment is gone and the code next to it is as it was, but the same commit changes code that belongs to it.',
  },
  doubtful: { fate: 'unclear', title: 'Unclear', meaning: 'What became of the code cannot be told from the texts.' },
  'comment-alone': {
    fate: 'swept',
    title: 'Swept under the rug',
    meaning: 'The comment is gone, the code is as it was.',
  },
};

/** Below this confidence a comment that went alone is not called swept, and a change is not called refactored. */
const DOUBT = 0.6;

/** What a removal means for the whole life of a hack. Code that was only reformatted, renamed or moved is code as it was. */
export function fateOf(verdict: Verdict, life: Life): Fate {
  return ENDINGS[endingOf(verdict, life)].fate;
}

/** The row of the table that a removal belongs to. */
export function endingOf(verdict: Verdict, life: Life): EndingKind {
  switch (verdict.removal) {
    case 'file-deleted':
    case 'code-deleted':
      return verdict.removal;
    case 'code-changed':
      if (verdict.extent === 'logic') return verdict.confidence < DOUBT ? 'doubtful' : 'code-changed';
      return endingOfComment(verdict, life);
    case 'comment-only':
      return endingOfComment(verdict, life);
    default:
      return verdict.removal satisfies never;
  }
}

function endingOfComment(verdict: Verdict, life: Life): EndingKind {
  if (life.rewrittenBefore) return 'tidied-later';
  if (life.commitDoesMore || verdict.inDefinition !== 'unchanged') return 'comment-with-more';
  return verdict.confidence < DOUBT ? 'doubtful' : 'comment-alone';
}
