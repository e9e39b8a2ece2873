import type { Extent } from '../../model/hack.ts';
import { answersOf, cutInto } from './labour/workforce.ts';
import { type AskedRewrite, newestRewrites } from './newest-rewrites.ts';
import type { Session } from './session.ts';

/** Commits judged at a time: so many pairs of texts are in memory. */
const BATCH = 15;

/** Judges the commits that changed the annotated code of a hack while its marker stayed, up to its end, by their texts. */
export async function judgeRewrites(session: Session): Promise<void> {
  const { store, line, workforce } = session;
  const hacks = await store.readHacks(line.name);
  const asked = hacks.flatMap(newestRewrites);
  const known = asked.flatMap(({ hack, rank, extent }) => (extent === null ? [] : [{ hack, rank, extent }]));
  const unknown = asked.filter(({ extent }) => extent === null);
  const kept = hacks.flatMap(({ rewrites }) => rewrites.filter(({ extent }) => extent !== null));
  if (unknown.length === 0 && kept.length === known.length) return;
  const steps = await store.readSteps(line.name, unknown);
  const tasks = unknown.flatMap((rewrite, index) => {
    const step = steps[index];
    return step ? [{ ...step, rewrite }] : [];
  });
  const extents = new Map<AskedRewrite, Extent>();
  for await (const [part, answer] of answersOf(workforce, 'judgeRewrites', { asks: cutInto(tasks, BATCH) })) {
    for (const [index, { rewrite }] of part.entries()) extents.set(rewrite, answer[index] ?? 'none');
  }
  const judged = unknown.map((rewrite) => ({ ...rewrite, extent: extents.get(rewrite) ?? 'none' }));
  await store.replaceRewrites(line.name, [...known, ...judged]);
}
