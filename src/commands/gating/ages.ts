import type { Age } from '../../gate/rules.ts';
import type { CheckOptions } from '../../model/check.ts';
import type { CommitOid } from '../../model/git.ts';
import type { Request } from '../../model/request.ts';
import { mineStory } from '../mining/mine-story.ts';
import { readRevision } from '../mining/revision.ts';
import { withSession } from '../mining/session.ts';
import { placeKey } from './facts.ts';

/** The age of every hack in a commit's tree, by its place. Reads the whole history, or what is stored of it. */
export function readAges(request: Request<CheckOptions>, head: CommitOid): Promise<ReadonlyMap<string, Age>> {
  const { allowShallow } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    const { mined } = await mineStory(session);
    const { open } = await readRevision(session, mined, head);
    // A branch may be cut elsewhere than the line.
    const cuts = new Set([...session.cuts, ...(await session.repository.shallowBoundary([head]))]);
    const now = request.outside.now.getTime() / 1000;
    return new Map(
      open.map(({ hack: { introduced }, place }) => {
        const days = (now - introduced.commitTime.seconds) / 86_400;
        return [placeKey(place), { days, isAtLeast: cuts.has(introduced.oid) }];
      }),
    );
  });
}
