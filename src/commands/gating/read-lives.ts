import type { Repository } from '../../git/repository.ts';
import type { OpenPlace } from '../../history/branch.ts';
import type { CheckedPlace } from '../../model/check.ts';
import type { CommitOid } from '../../model/git.ts';
import type { HackId } from '../../model/hack.ts';
import type { FoldTip, HackKey } from '../../model/lineage.ts';
import type { Request } from '../../model/request.ts';
import type { StoredCommit } from '../../model/store.ts';
import { countIdDigits } from '../../report/ids.ts';
import { foldKeyOf } from '../mining/fold-key.ts';
import { foldOffLine } from '../mining/revision.ts';
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
  const before = await readEnd(session, tip, { oid: base, known });
  const after = head === base ? before : await readEnd(session, tip, { oid: head, known: end });
  // Of a branch that was squashed a hack is told by the name that it had there first.
  const firsts = new Map((await store.readAliases(line.name)).map((alias) => [alias.hack, alias.firstId]));
  const ids = await store.findHackIds(line.name, 'hd-');
  const stored = new Map(ids.map(({ id, hack }) => [hack, firsts.get(id) ?? id]));
  const open = new Set(before.open.map(({ hack }) => hack));
  const come = after.open.map(({ hack }) => hack).filter((hack) => stored.has(hack) && !open.has(hack));
  const back = end ? await reopenedBetween(session, come, { known, end }) : after.reopened;
  const named = new Map([...stored, ...after.fresh]);
  return livesOf({ before, after, ids: named, back: new Set(come.filter((hack) => back.has(hack))) });
}

/** What a commit shows. */
interface End {
  readonly open: readonly OpenPlace[];
  /** Hacks that the line does not have. */
  readonly fresh: readonly (readonly [HackKey, HackId])[];
  /** Hacks that were gone and came back in commits that the line does not have. */
  readonly reopened: ReadonlySet<HackKey>;
}

async function readEnd(
  session: Session,
  tip: FoldTip,
  { oid, known }: { readonly oid: CommitOid; readonly known: StoredCommit | undefined },
): Promise<End> {
  if (known?.position) {
    const open = await session.store.readOpenAt(session.line.name, known.position);
    return { open, fresh: [], reopened: new Set() };
  }
  const { open, fold, steps } = await foldOffLine(session, { tip }, { oid, known });
  const ranks = new Set(steps.map(({ rank }) => rank));
  const events = fold.events.filter(({ rank }) => ranks.has(rank));
  return {
    open,
    fresh: fold.hacks.filter(({ introduced }) => ranks.has(introduced)).map(({ key, id }) => [key, id]),
    reopened: new Set(events.filter(({ kind }) => kind === 'reopened').map(({ hack }) => hack)),
  };
}

/** Which of the hacks came back between two commits of the line. */
async function reopenedBetween(
  { store, line }: Session,
  hacks: readonly HackKey[],
  { known, end }: { readonly known: StoredCommit; readonly end: StoredCommit },
): Promise<ReadonlySet<HackKey>> {
  const back = new Set<HackKey>();
  for (const hack of hacks) {
    const events = await store.readEvents(line.name, hack);
    const isBack = events.some(
      ({ kind, commit: { rank } }) => kind === 'reopened' && rank > known.rank && rank <= end.rank,
    );
    if (isBack) back.add(hack);
  }
  return back;
}

interface Found {
  readonly before: End;
  readonly after: End;
  readonly back: ReadonlySet<HackKey>;
  readonly ids: ReadonlyMap<HackKey, HackId>;
}

function livesOf({ before, after, back, ids }: Found): Lives {
  const [one, other] = [keysByPlace(before), keysByPlace(after)];
  const idAt = (hacks: ReadonlyMap<string, HackKey>, place: CheckedPlace): HackId | null => {
    const hack = hacks.get(placeKey(place));
    return (hack === undefined ? undefined : ids.get(hack)) ?? null;
  };
  return {
    idBefore: (place) => idAt(one, place),
    idAfter: (place) => idAt(other, place),
    isBack: (place) => back.has(other.get(placeKey(place)) ?? (0 as HackKey)),
    idDigits: countIdDigits(ids.values()),
  };
}

function keysByPlace({ open }: End): ReadonlyMap<string, HackKey> {
  return new Map(open.map(({ hack, place }) => [placeKey(place), hack]));
}
