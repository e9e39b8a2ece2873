import { findKind } from '../../files/folder-reader.ts';
import type { Line } from '../../git/line.ts';
import type { Repository } from '../../git/repository.ts';
import type { Config } from '../../model/config.ts';
import type { Check } from '../../model/report.ts';
import type { StoreFacts } from '../../model/store.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { foldKeyOf } from '../mining/fold-key.ts';
import { readMarkerRules } from '../mining/marker-rules.ts';
import { ok, problem, warning } from './check.ts';

/** What the database is asked for. */
export interface Subject {
  readonly repository: Repository;
  readonly line: Line;
  readonly config: Config;
}

/**
 * Whether the database is sound, what it holds, and how far it is behind; null: behind what cannot be told. Only reads.
 * What opening it meets is thrown as an UnsoundError.
 */
export async function checkDatabase(file: string, subject: Subject | null): Promise<Check> {
  if (findKind(file) === 'absent') return ok('database', `${file} is not there yet; "hackdebt scan" makes it`);
  const store = await openStore({ file, readonly: true });
  try {
    const [damage] = await store.findDamage();
    if (damage !== undefined) return problem('database', `${file} is damaged: ${damage}`, REBUILD);
    const finding = `${file}: ${describe(await store.readFacts())}; ${await describeTip(store, subject)}`;
    return store.note === null ? ok('database', finding) : warning('database', finding, store.note);
  } finally {
    await store.close();
  }
}

const REBUILD = 'hackdebt doctor --rebuild moves it aside and makes a new one.';
const MEGABYTE = 1024 * 1024;

/** `2.4 MB, schema 1, 7207 commits, 410 hacks, 12 snapshots` */
function describe({ bytes, schemaVersion, commits, hacks, snapshots }: StoreFacts): string {
  const size = `${(bytes / MEGABYTE).toFixed(1)} MB`;
  return `${size}, schema ${schemaVersion}, ${count(commits, 'commit')}, ${count(hacks, 'hack')}, ${count(snapshots, 'snapshot')}`;
}

async function describeTip(store: Store, subject: Subject | null): Promise<string> {
  if (subject === null) return 'how far it is behind cannot be told';
  const { repository, line, config } = subject;
  if (line.tip === null) return 'there is nothing to read yet';
  const rules = await readMarkerRules(repository, (await repository.tree(line.tip)).files, config);
  const cuts = new Set(await repository.shallowBoundary([line.tip]));
  const known = await store.readTip(line.name, foldKeyOf({ rules, cuts }));
  if (known === undefined) return `${line.name} is not in it under the rules of now: the next scan follows all of it`;
  if (known.oid === line.tip) return `up to date with ${line.name}`;
  const at = known.oid.slice(0, 10);
  const isThere = (await repository.resolve(known.oid)) !== undefined;
  if (!isThere) return `its last commit ${at} is gone from here: the next scan follows all of ${line.name}`;
  const behind = await repository.countCommits(line.tip, [known.oid]);
  return `last commit ${at}, ${behind === 1 ? '1 commit' : `${behind} commits`} behind ${line.name}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
