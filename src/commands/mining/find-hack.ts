import { UsageError } from '../../errors.ts';
import type { RepoPath } from '../../model/git.ts';
import type { HackKey } from '../../model/lineage.ts';
import type { ShowTarget } from '../../model/request.ts';
import type { StoredHack } from '../../model/store.ts';
import { fromRoot } from '../telling/paths.ts';
import type { Session } from './session.ts';
import { readLineNames } from './shown.ts';

/** The one hack that an id, the beginning of one, or PATH:LINE means. Throws UsageError where that is none or several. */
export async function findHack(session: Session, target: ShowTarget): Promise<StoredHack> {
  const hack = await seekHack(session, target);
  if (hack) return hack;
  throw new UsageError(
    target.kind === 'id'
      ? `no hack of "${session.line.name}" has an id that begins with hd-${target.prefix}. See "hackdebt list --status all".`
      : await sayNoneThere(session, target),
  );
}

/** The same; undefined where the line has none. Throws UsageError where it has several. */
export function seekHack(session: Session, target: ShowTarget): Promise<StoredHack | undefined> {
  return target.kind === 'id' ? findById(session, target.prefix) : findByPlace(session, target);
}

async function findById(session: Session, prefix: string): Promise<StoredHack | undefined> {
  const { store, line } = session;
  const found = await store.findHackIds(line.name, `hd-${prefix}`);
  const [only, ...others] = found;
  if (!only) return findByFirstName(session, `hd-${prefix}`);
  if (others.length > 0) {
    const ids = found.slice(0, 3).map(({ id }) => id);
    throw new UsageError(
      `hd-${prefix} means ${found.length} hacks (${ids.join(', ')}${found.length > ids.length ? ', …' : ''}). Give more of the id.`,
    );
  }
  return requireHack(session, only.hack);
}

/** A hack of a branch that was squashed, by the name it had there; undefined where that is none or several. */
async function findByFirstName(session: Session, prefix: string): Promise<StoredHack | undefined> {
  const names = [...(await readLineNames(session))].filter(([first]) => first.startsWith(prefix));
  const [only, ...others] = names;
  if (!only || others.length > 0) return undefined;
  return (await session.store.readHacks(session.line.name)).find(({ id }) => only.includes(id));
}

/** The hack on that line of the tip's file. */
async function findByPlace(session: Session, target: Place): Promise<StoredHack | undefined> {
  const hacks = await hacksOfFile(session, target);
  return hacks.find(({ place }) => place.line <= target.line && target.line <= place.endLine);
}

interface Place {
  readonly path: string;
  readonly line: number;
}

async function hacksOfFile(session: Session, { path }: Place): Promise<StoredHack[]> {
  const wanted = wantedPath(session, path);
  return (await session.store.readHacks(session.line.name)).filter(
    (hack) =>
      hack.removal === null && hack.mergedInto === null && hack.open.at(-1)?.to === null && hack.place.path === wanted,
  );
}

function wantedPath({ repository }: Session, path: string): RepoPath {
  return fromRoot(path, repository.location) as RepoPath;
}

async function sayNoneThere(session: Session, target: Place): Promise<string> {
  const lines = (await hacksOfFile(session, target))
    .map(({ place }) => place.line)
    .toSorted((one, other) => one - other);
  const known = lines.length === 0 ? 'That file has none.' : `That file has them on line ${lines.join(', ')}.`;
  const path = wantedPath(session, target.path);
  return `no hack stands on line ${target.line} of "${path}" at the tip of "${session.line.name}". ${known}`;
}

async function requireHack({ store, line }: Session, key: HackKey): Promise<StoredHack> {
  const hack = (await store.readHacks(line.name)).find((candidate) => candidate.key === key);
  if (!hack) throw new Error(`hack ${key} has an id but no row`);
  return hack;
}
