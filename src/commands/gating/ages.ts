import type { CheckOptions } from '../../model/check.ts';
import type { CommitOid } from '../../model/git.ts';
import type { Request } from '../../model/request.ts';
import { mineStory } from '../mining/mine-story.ts';
import { readRevision } from '../mining/revision.ts';
import { withSession } from '../mining/session.ts';
import { placeKey } from './facts.ts';

/** Days since the introduction of every hack in a commit's tree, by its place. Reads the whole history, or what is stored of it. */
export function readAges(request: Request<CheckOptions>, head: CommitOid): Promise<ReadonlyMap<string, number>> {
  const { allowShallow } = request.options;
  return withSession(request, { store: true, allowShallow }, async (session) => {
    const { mined } = await mineStory(session);
    const { open } = await readRevision(session, mined, head);
    const now = request.outside.now.getTime() / 1000;
    return new Map(
      open.map(({ hack, place }) => [placeKey(place), (now - hack.introduced.commitTime.seconds) / 86_400]),
    );
  });
}
