import type { Extent } from '../../model/hack.ts';
import { answersOf, cutInto } from './labour/workforce.ts';
import { newestOf } from './newest-rewrites.ts';
import type { Session } from './session.ts';

/** Commits judged at a time: so many pairs of texts are in memory. */
const BATCH = 15;

/** Judges the commits that changed the annotated code of a hack while its marker stayed, up to its end, by their texts. */
export async function judgeRewrites(session: Session): Promise<void> {
  const { store, line, workforce } = session;
  const { hacks, kept } = await store.readRewritten(line.name);
  const asked = hacks.flatMap(({ hack, isMerged, rewrites }) =>
    isMerged ? [] : newestOf(rewrites).map(({ rank, extent }) => ({ hack, rank, extent })),
  );
  const known = asked.flatMap(({ hack, rank, extent }) => (extent === null ? [] : [{ hack, rank, extent }]));
  const unknown = asked.filter(({ extent }) => extent === null);
  if (unknown.length === 0 && kept === known.length) return;
  const steps = await store.readSteps(line.name, unknown);
  const tasks = unknown.flatMap((rewrite, index) => {
    const step = steps[index];
    return step ? [{ ...step, rewrite }] : [];
  });
  const extents = new Map<(typeof unknown)[number], Extent>();
  for await (const [part, answer] of answersOf(workforce, 'judgeRewrites', { asks: cutInto(tasks, BATCH) })) {
    for (const [index, { rewrite }] of part.entries()) extents.set(rewrite, answer[index] ?? 'none');
  }
  const judged = unknown.map((rewrite) => ({ ...rewrite, extent: extents.get(rewrite) ?? 'none' }));
  await store.replaceRewrites(line.name, [...known, ...judged]);
}
