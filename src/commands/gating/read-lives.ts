import type { Repository } from '../../git/repository.ts';
import type { CommitOid } from '../../model/git.ts';
import type { HackId } from '../../model/hack.ts';
import type { HackKey } from '../../model/lineage.ts';
import type { Request } from '../../model/request.ts';
import type { StoredCommit, StoredHack } from '../../model/store.ts';
import { countIdDigits } from '../../report/ids.ts';
import { foldKeyOf } from '../mining/fold-key.ts';
import { readRevision, type Revision } from '../mining/revision.ts';
import { withSession, type Session } from '../mining/session.ts';
import { placeKey } from './facts.ts';
import type { Lives } from './find-lives.ts';

interface Ends {
  readonly base: CommitOid;
  readonly head: CommitOid;
}

/** The lives of the hacks of two commits, if the base is mined; what the branch has beyond it is folded in memory. */
export function readLives(request: Request<unknown>, repository: Repository, ends: Ends): Promise<Lives | undefined> {
  // Whatever part is asked for, the database holds the whole.
  const whole = { ...request, settings: { ...request.settings, scope: null } };
  return withSession(whole, { store: true, allowShallow: false, repository }, (session) => findEnds(session, ends));
}

async function findEnds(session: Session, { base, head }: Ends): Promise<Lives | undefined> {
  const { store, line, repository } = session;
  const tip = await store.readTip(line.name, foldKeyOf(session));
  const [known, end] = await store.readCommits(line.name, [base, head]);
  const isHere = tip && (tip.oid === line.tip || (await repository.resolve(tip.oid)) !== undefined);
  if (!known || !isHere) return undefined;
  const before = await readRevision(session, { tip }, base);
  const after = head === base ? before : await readRevision(session, { tip }, head);
  const open = new Set(before.open.map(({ hack }) => hack.key));
  const come = after.open.map(({ hack }) => hack).filter(({ key }) => !open.has(key));
  const back = end ? await reopenedBetween(session, come, { known, end }) : after.reopened;
  const ids = (await store.findHackIds(line.name, 'hd-')).map(({ id }) => id);
  return livesOf({ before, after, back: new Set(come.map(({ key }) => key).filter((key) => back.has(key))), ids });
}

/** Which of the hacks came back between two commits of the line. */
async function reopenedBetween(
  { store, line }: Session,
  hacks: readonly StoredHack[],
  { known, end }: { readonly known: StoredCommit; readonly end: StoredCommit },
): Promise<ReadonlySet<HackKey>> {
  const back = new Set<HackKey>();
  for (const { key } of hacks.filter(({ reopened }) => reopened > 0)) {
    const events = await store.readEvents(line.name, key);
    const isBack = events.some(
      ({ kind, commit: { rank } }) => kind === 'reopened' && rank > known.rank && rank <= end.rank,
    );
    if (isBack) back.add(key);
  }
  return back;
}

interface Found {
  readonly before: Revision;
  readonly after: Revision;
  readonly back: ReadonlySet<HackKey>;
  /** Of all hacks of the line. */
  readonly ids: readonly HackId[];
}

function livesOf({ before, after, back, ids }: Found): Lives {
  const [one, other] = [before, after].map(
    ({ open }) => new Map(open.map(({ hack, place }) => [placeKey(place), hack])),
  );
  return {
    idBefore: (place) => one?.get(placeKey(place))?.id ?? null,
    idAfter: (place) => other?.get(placeKey(place))?.id ?? null,
    isBack: (place) => back.has(other?.get(placeKey(place))?.key ?? (0 as HackKey)),
    idDigits: countIdDigits([...ids, ...after.open.map(({ hack }) => hack.id)]),
  };
}
