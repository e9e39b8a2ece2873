import type Database from 'better-sqlite3';
import { soundly } from './faults.ts';

/** A value that SQLite holds. */
export type Value = string | number | Uint8Array | null;

/** A SELECT of one column of numbers, with what its `?` stand for. */
export interface NumberQuery {
  readonly sql: string;
  readonly values: readonly Value[];
}

/**
 * One open database and the repository that is spoken of in it. Statements are prepared once, by their text; every read and
 * write happens inside `reading` or `writing`, each a transaction.
 */
export class Connection {
  readonly file: string;
  readonly repoId: number;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #memos = new Map<string, unknown>();
  readonly #answers = new Map<string, { readonly state: string; readonly answer: unknown }>();
  #isMarkedOpen = false;
  /** How many rows were changed that answer no question. */
  #besides = 0;

  constructor(database: Database.Database, { file, repoId }: { readonly file: string; readonly repoId: number }) {
    this.#database = database;
    this.file = file;
    this.repoId = repoId;
  }

  /** All rows as objects. The caller names the columns of its own SELECT. */
  all<Row>(sql: string, ...values: readonly Value[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /** All rows as arrays, in the order of the SELECT: half the cost of objects, for what is read by the thousand. */
  rows<Row extends readonly unknown[]>(sql: string, ...values: readonly Value[]): Row[] {
    return this.#prepare(sql)
      .raw()
      .all(...values) as Row[];
  }

  /** The first row, if any. */
  one<Row>(sql: string, ...values: readonly Value[]): Row | undefined {
    return this.#prepare(sql).get(...values) as Row | undefined;
  }

  /** Runs a statement that changes rows; the number of rows changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.#prepare(sql).run(...values).changes;
  }

  /** Runs an INSERT; the number of the new row. */
  insert(sql: string, ...values: readonly Value[]): number {
    return Number(this.#prepare(sql).run(...values).lastInsertRowid);
  }

  /** What is remembered under a name between calls; forgotten when a transaction fails. */
  memo<T>(name: string, build: () => T): T {
    if (!this.#memos.has(name)) this.#memos.set(name, build());
    return this.#memos.get(name) as T;
  }

  /** The answer of a question that is dear and asked more than once: read anew when this connection or another has written since, but for `beside`. */
  whileUnchanged<T>(question: string, read: () => T): T {
    const own = this.#changes() - this.#besides;
    const others = this.one<{ data_version: number }>('PRAGMA data_version')?.data_version;
    const state = `${own} ${others}`;
    const known = this.#answers.get(question);
    if (known?.state === state) return known.answer as T;
    const answer = read();
    this.#answers.set(question, { state, answer });
    return answer;
  }

  /** Does work that changes no answer of `whileUnchanged`. */
  beside<T>(work: () => T): T {
    const before = this.#changes();
    const result = work();
    this.#besides += this.#changes() - before;
    return result;
  }

  /** One transaction that only reads: all its answers are of the same moment. */
  reading<T>(work: () => T): T {
    return soundly(this.file, () => this.#database.transaction(work).deferred());
  }

  /** One transaction that writes: all of it or nothing. Takes the write lock first, so that it never has to give up half-way. */
  writing<T>(work: () => T): T {
    try {
      return soundly(this.file, () => this.#database.transaction(() => this.#marked(work)).immediate());
    } catch (error) {
      // What was remembered may name rows that were rolled back.
      this.#memos.clear();
      throw error;
    }
  }

  close(): void {
    if (!this.#database.open) return;
    soundly(this.file, () => {
      if (this.#isMarkedOpen) this.#database.exec('UPDATE state SET closed_cleanly = 1');
      this.#database.close();
    });
  }

  // A run that ends without closing leaves the mark, and the next one looks the database over before it trusts it.
  #marked<T>(work: () => T): T {
    if (!this.#isMarkedOpen)
      this.beside(() => this.run('UPDATE state SET closed_cleanly = 0 WHERE closed_cleanly = 1'));
    const result = work();
    this.#isMarkedOpen = true;
    return result;
  }

  #changes(): number {
    return this.one<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0;
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
