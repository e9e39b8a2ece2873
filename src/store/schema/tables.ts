/**
 * Version 1, tables. Numbers are small and repeat in every key, texts and oids are kept once where they repeat. Derived tables
 * carry no foreign keys: they are written and cleared as a whole, and checking thousands of rows would cost more than writing them.
 */
export const TABLES_1: readonly string[] = [
  `CREATE TABLE state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    closed_cleanly INTEGER NOT NULL CHECK (closed_cleanly IN (0, 1))
  ) STRICT`,
  `CREATE TABLE repositories (
    repo_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TABLE lines (
    repo_id INTEGER NOT NULL REFERENCES repositories,
    line_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    tip_oid BLOB,
    tip_rank INTEGER,
    tip_position INTEGER,
    fold_key TEXT,
    PRIMARY KEY (repo_id, line_id),
    UNIQUE (repo_id, name),
    CHECK ((tip_oid IS NULL) = (fold_key IS NULL)),
    CHECK ((tip_oid IS NULL) = (tip_rank IS NULL)),
    CHECK ((tip_oid IS NULL) = (tip_position IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE paths (
    path_id INTEGER PRIMARY KEY,
    repo_id INTEGER NOT NULL REFERENCES repositories,
    path TEXT NOT NULL,
    UNIQUE (repo_id, path)
  ) STRICT`,
  `CREATE TABLE person_rows (
    person_id INTEGER PRIMARY KEY,
    repo_id INTEGER NOT NULL REFERENCES repositories,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    display_name TEXT NOT NULL,
    display_email TEXT NOT NULL,
    UNIQUE (repo_id, name, email)
  ) STRICT`,
  `CREATE TABLE wordings (
    wording_id INTEGER PRIMARY KEY,
    repo_id INTEGER NOT NULL REFERENCES repositories,
    hash BLOB NOT NULL CHECK (length(hash) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('tag', 'phrase', 'macro')),
    tag TEXT NOT NULL,
    text TEXT NOT NULL,
    owner TEXT,
    issues TEXT,
    due TEXT,
    priority INTEGER NOT NULL,
    enclosing TEXT,
    around_before INTEGER NOT NULL,
    around_code INTEGER NOT NULL,
    around_scope INTEGER NOT NULL,
    UNIQUE (repo_id, hash)
  ) STRICT`,
  `CREATE TABLE minings (
    mining_id INTEGER PRIMARY KEY,
    repo_id INTEGER NOT NULL REFERENCES repositories,
    ruleset TEXT NOT NULL,
    language TEXT NOT NULL,
    UNIQUE (repo_id, ruleset, language)
  ) STRICT`,
  `CREATE TABLE mined_blobs (
    repo_id INTEGER NOT NULL,
    mining_id INTEGER NOT NULL,
    oid BLOB NOT NULL CHECK (length(oid) IN (20, 32)),
    sights BLOB,
    PRIMARY KEY (repo_id, mining_id, oid)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE commit_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    oid BLOB NOT NULL CHECK (length(oid) IN (20, 32)),
    parents BLOB NOT NULL,
    position INTEGER,
    landed INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    author_time INTEGER NOT NULL,
    author_offset INTEGER NOT NULL,
    committer_id INTEGER NOT NULL,
    commit_time INTEGER NOT NULL,
    commit_offset INTEGER NOT NULL,
    subject TEXT NOT NULL,
    trailers TEXT,
    changes BLOB,
    PRIMARY KEY (repo_id, line_id, rank)
  ) STRICT, WITHOUT ROWID`,
  // Four bytes of an oid find its row as well as twenty do.
  `CREATE INDEX commit_by_oid ON commit_rows (repo_id, line_id, substr(oid, 1, 4))`,
  `CREATE UNIQUE INDEX commit_by_position ON commit_rows (repo_id, line_id, position) WHERE position IS NOT NULL`,
  `CREATE TABLE node_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    node INTEGER NOT NULL,
    path_id INTEGER NOT NULL,
    mining_id INTEGER NOT NULL,
    blob BLOB NOT NULL CHECK (length(blob) IN (20, 32)),
    hacks BLOB NOT NULL,
    PRIMARY KEY (repo_id, line_id, node)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX node_by_blob ON node_rows (repo_id, line_id, substr(blob, 1, 4))`,
  `CREATE TABLE node_spans (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    node INTEGER NOT NULL,
    open_from INTEGER NOT NULL,
    open_to INTEGER CHECK (open_to > open_from),
    PRIMARY KEY (repo_id, line_id, node, open_from)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX open_node_spans ON node_spans (repo_id, line_id, node, open_from) WHERE open_to IS NULL`,
  `CREATE TABLE hack_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    hack INTEGER NOT NULL,
    id TEXT NOT NULL,
    introduced INTEGER NOT NULL,
    birth_node INTEGER NOT NULL,
    birth_line INTEGER NOT NULL,
    birth_column INTEGER NOT NULL,
    birth_end_line INTEGER NOT NULL,
    birth_wording INTEGER NOT NULL,
    last_node INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    last_column INTEGER NOT NULL,
    last_end_line INTEGER NOT NULL,
    last_wording INTEGER NOT NULL,
    merged_into INTEGER,
    moves INTEGER NOT NULL,
    rewordings INTEGER NOT NULL,
    reopened INTEGER NOT NULL,
    touches INTEGER NOT NULL,
    rewrites BLOB,
    removal_rank INTEGER,
    removal_landed INTEGER,
    removal_node INTEGER,
    removal_line INTEGER,
    removal_column INTEGER,
    removal_end_line INTEGER,
    removal_wording INTEGER,
    PRIMARY KEY (repo_id, line_id, hack),
    CHECK ((removal_rank IS NULL) = (removal_node IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX hack_by_id ON hack_rows (repo_id, line_id, id)`,
  `CREATE TABLE hack_spans (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    hack INTEGER NOT NULL,
    open_from INTEGER NOT NULL,
    open_to INTEGER CHECK (open_to > open_from),
    PRIMARY KEY (repo_id, line_id, hack, open_from)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE event_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    hack INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL
      CHECK (kind IN ('introduced', 'copied', 'moved', 'reworded', 'removed', 'reopened', 'merged-into')),
    before_node INTEGER,
    before_line INTEGER,
    before_column INTEGER,
    before_end_line INTEGER,
    before_wording INTEGER,
    after_node INTEGER,
    after_line INTEGER,
    after_column INTEGER,
    after_end_line INTEGER,
    after_wording INTEGER,
    into_hack INTEGER,
    why TEXT,
    PRIMARY KEY (repo_id, line_id, hack, rank, ordinal)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX sightings ON event_rows (repo_id, line_id, hack, rank) WHERE kind IN ('introduced', 'copied', 'reopened')`,
  `CREATE TABLE verdict_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    hack INTEGER NOT NULL,
    removal_rank INTEGER NOT NULL,
    removal TEXT NOT NULL CHECK (removal IN ('code-changed', 'comment-only', 'code-deleted', 'file-deleted')),
    extent TEXT NOT NULL CHECK (extent IN ('none', 'format', 'rename', 'moved', 'logic')),
    near_marker TEXT NOT NULL CHECK (near_marker IN ('unchanged', 'changed', 'gone')),
    in_definition TEXT NOT NULL CHECK (in_definition IN ('unchanged', 'changed', 'gone')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    fate TEXT NOT NULL CHECK (fate IN ('refactored', 'deleted', 'swept', 'unclear')),
    acknowledged INTEGER NOT NULL CHECK (acknowledged IN (0, 1)),
    PRIMARY KEY (repo_id, line_id, hack, removal_rank)
  ) STRICT, WITHOUT ROWID`,
];
