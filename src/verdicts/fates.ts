import type { Fate, Verdict } from '../model/hack.ts';

/** What else is known of a hack's life when it ends. */
export interface Life {
  /** The annotated code was rewritten in an earlier commit while the admission stayed. */
  readonly rewrittenBefore: boolean;
  /** The removing commit also changes a caller or a test of the code, or names an issue. */
  readonly commitDoesMore: boolean;
}

/**
 * How a life can end.
 * - `file-deleted`, `code-deleted`: the whole file is gone, or the code that it spoke of.
 * - `code-changed`: that code was changed with the comment.
 * - `tidied-later`: the code was rewritten earlier, the comment was tidied up later.
 * - `comment-with-more`: the code next to the comment is as it was, but the same commit changes code that belongs to it.
 * - `doubtful`: what became of the code cannot be told from the texts.
 * - `comment-alone`: the comment is gone, the code is as it was.
 */
export type EndingKind =
  | 'file-deleted'
  | 'code-deleted'
  | 'code-changed'
  | 'tidied-later'
  | 'comment-with-more'
  | 'doubtful'
  | 'comment-alone';

/** Which fate each ending is. How a fate is called and explained is the report's to say. */
export const ENDINGS: Record<EndingKind, Fate> = {
  'file-deleted': 'deleted',
  'code-deleted': 'deleted',
  'code-changed': 'refactored',
  'tidied-later': 'refactored',
  'comment-with-more': 'unclear',
  doubtful: 'unclear',
  'comment-alone': 'swept',
};

/** Below this confidence a comment that went alone is not called swept, and a change is not called refactored. */
const DOUBT = 0.6;

/** What a removal means for the whole life of a hack. Code that was only reformatted, renamed or moved is code as it was. */
export function fateOf(verdict: Verdict, life: Life): Fate {
  return ENDINGS[endingOf(verdict, life)];
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
