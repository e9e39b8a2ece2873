import { createHash } from 'node:crypto';
import type { MarkerKind, Wording } from '../model/marker.ts';
import type { Connection, NumberQuery } from './connection.ts';
import { damage } from './faults.ts';

/** Texts remembered between calls; above this they are forgotten and looked up again. */
const MOST_REMEMBERED = 50_000;

type WordingColumns = readonly [
  id: number,
  kind: MarkerKind,
  tag: string,
  text: string,
  owner: string | null,
  issues: string | null,
  due: string | null,
  priority: number,
  enclosing: string | null,
  before: number,
  code: number,
  scope: number,
];

/** The number of a wording, which is added if it is new. */
export function writeWording(connection: Connection, wording: Wording): number {
  const seen = connection.memo('wording numbers of objects', () => new WeakMap<Wording, number>());
  let id = seen.get(wording);
  if (id !== undefined) return id;
  id = internWording(connection, wording);
  seen.set(wording, id);
  return id;
}

function internWording(connection: Connection, wording: Wording): number {
  const numbers = connection.memo('wording numbers', () => new Map<string, number>());
  const content = contentOf(wording);
  const known = numbers.get(content);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_REMEMBERED) numbers.clear();
  const hash = createHash('sha256').update(content).digest().subarray(0, 16);
  const id = findWording(connection, hash) ?? addWording(connection, wording, hash);
  numbers.set(content, id);
  return id;
}

function findWording(connection: Connection, hash: Uint8Array): number | undefined {
  const sql = 'SELECT wording_id AS id FROM wordings WHERE repo_id = ? AND hash = ?';
  return connection.one<{ id: number }>(sql, connection.repoId, hash)?.id;
}

function contentOf({ around, ...said }: Wording): string {
  const { kind, tag, text, owner, issues, due, priority, enclosing } = said;
  const { before, code, scope } = around;
  return JSON.stringify([kind, tag, text, owner, issues, due, priority, enclosing, before, code, scope]);
}

function addWording(connection: Connection, wording: Wording, hash: Uint8Array): number {
  const { kind, tag, text, owner, issues, due, priority, enclosing, around } = wording;
  const sql = `INSERT INTO wordings (repo_id, hash, kind, tag, text, owner, issues, due, priority, enclosing,
    around_before, around_code, around_scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const links = issues.length === 0 ? null : JSON.stringify(issues);
  const said = [kind, tag, text, owner, links, due, priority, enclosing];
  return connection.insert(sql, connection.repoId, hash, ...said, around.before, around.code, around.scope);
}

/** The wording of a number, remembered. */
export function readWording(connection: Connection, id: number): Wording {
  const known = wordingsOf(connection).get(id);
  if (known) return known;
  preloadWordings(connection, { sql: '?', values: [id] });
  const found = wordingsOf(connection).get(id);
  if (!found) throw damage(connection.file);
  return found;
}

/** Remembers the wordings that a query names. */
export function preloadWordings(connection: Connection, ids: NumberQuery): void {
  const known = wordingsOf(connection);
  if (known.size >= MOST_REMEMBERED) known.clear();
  const sql = `SELECT wording_id, kind, tag, text, owner, issues, due, priority, enclosing,
    around_before, around_code, around_scope FROM wordings WHERE wording_id IN (${ids.sql})`;
  for (const row of connection.rows<WordingColumns>(sql, ...ids.values)) {
    if (!known.has(row[0])) known.set(row[0], wordingOf(row));
  }
}

function wordingsOf(connection: Connection): Map<number, Wording> {
  return connection.memo('wordings', () => new Map<number, Wording>());
}

function wordingOf(row: WordingColumns): Wording {
  const [, kind, tag, text, owner, issues, due, priority, enclosing, before, code, scope] = row;
  const links = issues === null ? [] : (JSON.parse(issues) as string[]);
  return { kind, tag, text, owner, issues: links, due, priority, enclosing, around: { before, code, scope } };
}
