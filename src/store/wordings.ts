import { createHash } from 'node:crypto';
import type { MarkerKind, Wording } from '../model/marker.ts';
import type { Connection } from './connection.ts';

/** Texts remembered between calls; above this they are forgotten and looked up again. */
const MOST_REMEMBERED = 50_000;

interface WordingRow {
  readonly kind: MarkerKind;
  readonly tag: string;
  readonly text: string;
  readonly owner: string | null;
  readonly issues: string | null;
  readonly due: string | null;
  readonly priority: number;
  readonly enclosing: string | null;
  readonly before: number;
  readonly code: number;
  readonly scope: number;
}

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

/** The wording of a number. */
export function readWording(connection: Connection, id: number): Wording {
  const wordings = connection.memo('wordings', () => new Map<number, Wording>());
  let wording = wordings.get(id);
  if (wording) return wording;
  if (wordings.size >= MOST_REMEMBERED) wordings.clear();
  wording = findRow(connection, id);
  wordings.set(id, wording);
  return wording;
}

function findRow(connection: Connection, id: number): Wording {
  const sql = `SELECT kind, tag, text, owner, issues, due, priority, enclosing,
    around_before AS before, around_code AS code, around_scope AS scope FROM wordings WHERE wording_id = ?`;
  const row = connection.one<WordingRow>(sql, id);
  if (!row) throw new Error(`no wording ${id} in ${connection.file}`);
  const { issues, before, code, scope, ...said } = row;
  const links = issues === null ? [] : (JSON.parse(issues) as string[]);
  return { ...said, issues: links, around: { before, code, scope } };
}
