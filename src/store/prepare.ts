import type Database from 'better-sqlite3';
import { UnsoundError } from '../errors.ts';
import { damage, soundly } from './faults.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION } from './schema/migrations.ts';
import { findDistrust, type SchemaObject } from './schema/trust.ts';

/** What is known of a database before it is used. */
export interface Preparation {
  readonly file: string;
  readonly repository: string;
  readonly isOnDisk: boolean;
}

/** Looks an opened database over, brings its schema up to date, and returns the number of the repository in it. */
export function prepareDatabase(database: Database.Database, preparation: Preparation): number {
  const { file, repository, isOnDisk } = preparation;
  return soundly(file, () => {
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    checkOwner(database, file);
    if (isOnDisk && !database.readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      // In KB: better-sqlite3 keeps 16 MB, and a scan of 100,000 commits is no slower with half of that.
      database.pragma('cache_size = -8000');
    }
    migrate(database, file);
    checkTrust(database, file);
    checkSoundness(database, file);
    return repositoryNumber(database, repository);
  });
}

function checkOwner(database: Database.Database, file: string): void {
  const owner = numberOf(database, 'application_id');
  const isEmpty = numberOf(database, 'user_version') === 0 && readObjects(database).length === 0;
  if (owner === APPLICATION_ID || (owner === 0 && isEmpty)) return;
  throw new UnsoundError(`${file} is another program's database: name another with --db.`);
}

function migrate(database: Database.Database, file: string): void {
  const version = numberOf(database, 'user_version');
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) {
    throw new UnsoundError(`${file} was written by a newer hackdebt: update hackdebt, or name another with --db.`);
  }
  if (database.readonly)
    throw new UnsoundError(`${file} is of an older hackdebt: run hackdebt scan to bring it up to date.`);
  database.transaction(() => runMigrations(database)).immediate();
}

// The version is asked again: another process may have migrated while this one waited for the lock.
function runMigrations(database: Database.Database): void {
  const pending = MIGRATIONS.slice(numberOf(database, 'user_version'));
  for (const statement of pending.flat()) database.exec(statement);
  database.exec('INSERT INTO state (only_row, closed_cleanly) VALUES (1, 1) ON CONFLICT DO NOTHING');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  database.pragma(`user_version = ${SCHEMA_VERSION}`);
}

function checkTrust(database: Database.Database, file: string): void {
  const distrust = findDistrust(readObjects(database));
  if (!distrust) return;
  throw new UnsoundError(`${file} has ${distrust}: hackdebt doctor --rebuild moves it aside and makes a new one.`);
}

function checkSoundness(database: Database.Database, file: string): void {
  const state = database.prepare('SELECT closed_cleanly AS isClean FROM state').get() as
    { isClean: number } | undefined;
  if (state?.isClean === 1) return;
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damage(file);
}

function repositoryNumber(database: Database.Database, name: string): number {
  const find = database.prepare('SELECT repo_id FROM repositories WHERE name = ?').pluck();
  const known = find.get(name);
  if (known !== undefined) return Number(known);
  if (database.readonly) return 0;
  database.prepare('INSERT INTO repositories (name) VALUES (?) ON CONFLICT DO NOTHING').run(name);
  return Number(find.get(name));
}

function readObjects(database: Database.Database): SchemaObject[] {
  return database
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all() as SchemaObject[];
}

function numberOf(database: Database.Database, pragma: 'application_id' | 'user_version'): number {
  return Number(database.pragma(pragma, { simple: true }));
}
