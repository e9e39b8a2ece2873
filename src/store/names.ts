import type { Identity, RepoPath } from '../model/git.ts';
import type { Connection } from './connection.ts';

interface NameTable {
  readonly find: string;
  readonly add: string;
}

/** Names that repeat thousands of times are kept once and numbered. */
const TABLES = {
  path: {
    find: 'SELECT path_id AS id FROM paths WHERE repo_id = ? AND path = ?',
    add: 'INSERT INTO paths (repo_id, path) VALUES (?, ?)',
  },
  mining: {
    find: 'SELECT mining_id AS id FROM minings WHERE repo_id = ? AND ruleset = ? AND language = ?',
    add: 'INSERT INTO minings (repo_id, ruleset, language) VALUES (?, ?, ?)',
  },
  person: {
    find: 'SELECT person_id AS id FROM person_rows WHERE repo_id = ? AND name = ? AND email = ?',
    add: `INSERT INTO person_rows (repo_id, name, email, display_name, display_email) VALUES (?, ?, ?, ?, ?)`,
  },
} satisfies Record<string, NameTable>;

interface Name {
  readonly table: keyof typeof TABLES;
  readonly words: readonly string[];
}

/** The number of a path, which is added if it is new. */
export function writePath(connection: Connection, path: RepoPath): number {
  return writeName(connection, { table: 'path', words: [path] });
}

/** The number of a person, who is added if new, shown by the raw name until `writeDisplayNames` says otherwise. */
export function writePerson(connection: Connection, { name, email }: Identity): number {
  return writeName(connection, { table: 'person', words: [name, email] });
}

/** The number of a ruleset applied to a language, which is added if it is new. */
export function writeMining(connection: Connection, ruleset: string, language: string): number {
  return writeName(connection, { table: 'mining', words: [ruleset, language] });
}

/** The number of a ruleset applied to a language, if anything was ever mined so. */
export function findMining(connection: Connection, ruleset: string, language: string): number | undefined {
  return findName(connection, { table: 'mining', words: [ruleset, language] });
}

function writeName(connection: Connection, name: Name): number {
  const known = findName(connection, name);
  if (known !== undefined) return known;
  // A person is first shown by the raw name and email.
  const shown = name.table === 'person' ? name.words : [];
  const id = connection.insert(TABLES[name.table].add, connection.repoId, ...name.words, ...shown);
  numbersOf(connection, name).set(name.words.join('\0'), id);
  return id;
}

function findName(connection: Connection, name: Name): number | undefined {
  const numbers = numbersOf(connection, name);
  const key = name.words.join('\0');
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const id = connection.one<{ id: number }>(TABLES[name.table].find, connection.repoId, ...name.words)?.id;
  if (id !== undefined) numbers.set(key, id);
  return id;
}

function numbersOf(connection: Connection, { table }: Name): Map<string, number> {
  return connection.memo(`${table} numbers`, () => new Map<string, number>());
}
