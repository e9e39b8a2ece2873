const REPLACES_FROZEN = `EXISTS (SELECT 1 FROM snapshot_rows s WHERE s.frozen = 1 AND (s.snapshot_id = NEW.snapshot_id
    OR (s.repo_id = NEW.repo_id AND s.line_id = NEW.line_id AND s.kind = NEW.kind AND s.name = NEW.name)))`;

const REPLACES_RECORDED = 'EXISTS (SELECT 1 FROM recorded_hacks k WHERE k.recorded_id = NEW.recorded_id)';

/**
 * Version 1, what was recorded and cannot be derived again: snapshots and aliases. Self-contained: nothing here names a row of
 * a derived table. What a snapshot says of a hack is kept once and named by number, as days repeat each other.
 */
export const RECORDS_1: readonly string[] = [
  `CREATE TABLE snapshot_rows (
    snapshot_id INTEGER PRIMARY KEY,
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('day', 'demo')),
    name TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('observed', 'rebuilt')),
    day TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    taken_at INTEGER NOT NULL,
    commit_oid BLOB NOT NULL CHECK (length(commit_oid) IN (20, 32)),
    ruleset TEXT NOT NULL,
    frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
    UNIQUE (repo_id, line_id, kind, name),
    FOREIGN KEY (repo_id, line_id) REFERENCES lines,
    CHECK (frozen = 0 OR origin = 'observed')
  ) STRICT`,
  `CREATE TABLE recorded_hacks (
    recorded_id INTEGER PRIMARY KEY,
    repo_id INTEGER NOT NULL REFERENCES repositories,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('tag', 'phrase', 'macro', 'commit')),
    tag TEXT NOT NULL,
    text TEXT NOT NULL,
    path TEXT NOT NULL,
    commit_oid BLOB NOT NULL CHECK (length(commit_oid) IN (20, 32)),
    author_name TEXT NOT NULL,
    author_email TEXT NOT NULL,
    author_time INTEGER NOT NULL,
    author_offset INTEGER NOT NULL,
    subject TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX recorded_by_id ON recorded_hacks (repo_id, id)`,
  `CREATE TABLE snapshot_hack_rows (
    snapshot_id INTEGER NOT NULL REFERENCES snapshot_rows,
    place INTEGER NOT NULL CHECK (place > 0),
    recorded_id INTEGER NOT NULL REFERENCES recorded_hacks,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    touches INTEGER NOT NULL,
    PRIMARY KEY (snapshot_id, place)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE alias_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    hack_id TEXT NOT NULL,
    first_id TEXT NOT NULL,
    first_commit BLOB NOT NULL,
    author_name TEXT NOT NULL,
    author_email TEXT NOT NULL,
    author_time INTEGER NOT NULL,
    author_offset INTEGER NOT NULL,
    squash BLOB NOT NULL,
    PRIMARY KEY (repo_id, line_id, hack_id),
    FOREIGN KEY (repo_id, line_id) REFERENCES lines
  ) STRICT, WITHOUT ROWID`,
  frozenTrigger('snapshot_kept', 'UPDATE ON snapshot_rows', 'OLD.frozen = 1'),
  frozenTrigger('snapshot_not_deleted', 'DELETE ON snapshot_rows', 'OLD.frozen = 1'),
  // REPLACE deletes without the triggers of DELETE, so what would be replaced is looked for.
  frozenTrigger('snapshot_not_replaced', 'INSERT ON snapshot_rows', REPLACES_FROZEN),
  frozenTrigger('snapshot_hacks_not_added', 'INSERT ON snapshot_hack_rows', isFrozen('NEW')),
  frozenTrigger('snapshot_hacks_kept', 'UPDATE ON snapshot_hack_rows', `${isFrozen('OLD')} OR ${isFrozen('NEW')}`),
  frozenTrigger('snapshot_hacks_not_deleted', 'DELETE ON snapshot_hack_rows', isFrozen('OLD')),
  frozenTrigger('recorded_hacks_kept', 'UPDATE ON recorded_hacks', '1'),
  frozenTrigger('recorded_hacks_not_replaced', 'INSERT ON recorded_hacks', REPLACES_RECORDED),
  frozenTrigger('recorded_hacks_not_deleted', 'DELETE ON recorded_hacks', '1'),
];

function isFrozen(row: 'OLD' | 'NEW'): string {
  return `(SELECT frozen FROM snapshot_rows WHERE snapshot_id = ${row}.snapshot_id) = 1`;
}

function frozenTrigger(name: string, event: string, condition: string): string {
  return `CREATE TRIGGER ${name} BEFORE ${event} WHEN ${condition}
  BEGIN SELECT RAISE(ABORT, 'a frozen snapshot never changes'); END`;
}
