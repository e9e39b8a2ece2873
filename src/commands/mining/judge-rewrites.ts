import type { RewriteToWrite, StoredHack } from '../../model/store.ts';
import { judgeRewrite } from '../../verdicts/judge-rewrite.ts';
import { sourceOf } from './removal-texts.ts';
import type { Session } from './session.ts';

/** The newest so many commits that changed a hack's annotated code are judged; older ones say no more. */
const MOST = 5;

/** Commits judged at a time: so many pairs of texts are in memory. */
const BATCH = 50;

/** Judges the commits that changed the annotated code of a hack while its marker stayed, up to its end, by their texts. */
export async function judgeRewrites(session: Session): Promise<void> {
  const { store, line } = session;
  const hacks = await store.readHacks(line.name);
  const asked = hacks.flatMap(newestRewrites);
  const known = asked.flatMap(({ hack, rank, extent }) => (extent === null ? [] : [{ hack, rank, extent }]));
  const unknown = asked.filter(({ extent }) => extent === null);
  const kept = hacks.flatMap(({ rewrites }) => rewrites.filter(({ extent }) => extent !== null));
  if (unknown.length === 0 && kept.length === known.length) return;
  const judged: RewriteToWrite[] = [];
  for (let start = 0; start < unknown.length; start += BATCH) {
    judged.push(...(await judgeBatch(session, unknown.slice(start, start + BATCH))));
  }
  await store.replaceRewrites(line.name, [...known, ...judged]);
}

/** The commits before the hack's end that changed its annotated code, the newest ones. */
export function newestRewrites({ key, mergedInto, rewrites, removal }: StoredHack): Asked[] {
  if (mergedInto !== null) return [];
  return rewrites
    .filter(({ commit }) => removal === null || commit.rank < removal.commit.rank)
    .slice(-MOST)
    .map(({ commit, extent }) => ({ hack: key, rank: commit.rank, extent }));
}

type Asked = Pick<RewriteToWrite, 'hack' | 'rank'> & { readonly extent: RewriteToWrite['extent'] | null };

async function judgeBatch({ store, line, repository }: Session, asked: readonly Asked[]): Promise<RewriteToWrite[]> {
  const steps = await store.readSteps(line.name, asked);
  const texts = await repository.texts(steps.flatMap((step) => (step ? [step.before.blob, step.after.blob] : [])));
  let next = 0;
  return asked.map(({ hack, rank }, index) => {
    const step = steps[index];
    if (!step) return { hack, rank, extent: 'none' };
    const [before, after] = [texts[next++], texts[next++]];
    if (!before || !after) return { hack, rank, extent: 'none' };
    const sources = { before: sourceOf(before, step.before.path), after: sourceOf(after, step.after.path) };
    return { hack, rank, extent: judgeRewrite({ ...sources, marker: step.before }) };
  });
}
