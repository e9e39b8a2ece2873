import type { RewriteToWrite, StoredHack } from '../../model/store.ts';

/** The newest so many commits that changed a hack's annotated code are judged; older ones say no more. */
const MOST = 5;

/** A commit that changed the annotated code of a hack; `extent` is null until it is judged. */
export type AskedRewrite = Pick<RewriteToWrite, 'hack' | 'rank'> & { readonly extent: RewriteToWrite['extent'] | null };

/** The commits before the hack's end that changed its annotated code, the newest ones. */
export function newestRewrites({ key, mergedInto, rewrites, removal }: StoredHack): AskedRewrite[] {
  if (mergedInto !== null) return [];
  return rewrites
    .filter(({ commit }) => removal === null || commit.rank < removal.commit.rank)
    .slice(-MOST)
    .map(({ commit, extent }) => ({ hack: key, rank: commit.rank, extent }));
}
