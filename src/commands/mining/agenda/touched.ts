import { authorshipOf } from '../../../insights/authorship.ts';
import type { CommitOid } from '../../../model/git.ts';
import type { Hack } from '../../../model/hack.ts';
import type { StoredHack } from '../../../model/store.ts';
import { trailersOf } from '../../../store/messages.ts';
import { readDisplayNames, showPeople } from '../display-names.ts';
import { mainlineAt } from '../landmarks.ts';
import type { Session } from '../session.ts';

/** A history longer than this since the oldest hack is not read again for a number. */
const MOST_COMMITS = 20_000;

/**
 * How many people changed the file that a hack stands in now since it was admitted, who admitted it included; null where that would
 * take too long. Bots are no people, and merges change nothing themselves.
 */
export async function findTouched(
  session: Session,
  table: readonly Hack[],
  stored: ReadonlyMap<Hack['id'], StoredHack>,
): Promise<(hack: Hack) => number | null> {
  const admitted = table.flatMap(({ id }) => stored.get(id)?.introduced ?? []);
  const oldest = Math.min(...admitted.map(({ commitTime }) => commitTime.seconds));
  const changers = Number.isFinite(oldest) ? await readChangers(session, new Set(table.map(pathOf)), oldest) : null;
  return ({ id, path }) => {
    const introduced = stored.get(id)?.introduced;
    if (!changers || !introduced) return null;
    const own = introduced.author.displayEmail.toLowerCase();
    const since = introduced.commitTime.seconds;
    // What squashed the branch that admitted it is no change after it.
    const later = (changers.get(path) ?? [])
      .filter(({ oid, seconds }) => seconds > since && oid !== introduced.landedOid)
      .map(({ email }) => email);
    return new Set([own, ...later]).size;
  };
}

function pathOf({ path }: Hack): string {
  return path;
}

interface Change {
  readonly oid: CommitOid;
  readonly email: string;
  readonly seconds: number;
}

async function readChangers(
  session: Session,
  paths: ReadonlySet<string>,
  oldest: number,
): Promise<ReadonlyMap<string, readonly Change[]> | null> {
  const { repository, line } = session;
  if (line.tip === null) return null;
  const shown = showPeople(await readDisplayNames(session, []));
  const before = await mainlineAt(session, new Date(oldest * 1000 - 1000));
  const changers = new Map<string, Change[]>();
  let read = 0;
  for await (const { commit, changes } of repository.log({ tips: [line.tip], not: before ? [before.oid] : [] })) {
    if (++read > MOST_COMMITS) return null;
    const { oid, author, message, parents, commitTime } = commit;
    if (parents.length > 1 || authorshipOf({ author, trailers: trailersOf(message) }) === 'bot') continue;
    const change = { oid, email: shown(author).displayEmail.toLowerCase(), seconds: commitTime.seconds };
    for (const { path } of changes) if (paths.has(path)) changers.set(path, [...(changers.get(path) ?? []), change]);
  }
  return changers;
}
