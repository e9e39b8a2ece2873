/** Version 3: commits whose messages admit a shortcut, and the files to which they added lines. `upto_rank`: how far commits were read for them. */
export const ADMISSIONS_3: readonly string[] = [
  `CREATE TABLE admission_tips (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    upto_rank INTEGER NOT NULL,
    PRIMARY KEY (repo_id, line_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE admission_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    id TEXT NOT NULL,
    tag TEXT NOT NULL,
    text TEXT NOT NULL,
    untracked INTEGER NOT NULL CHECK (untracked >= 0),
    ended INTEGER,
    PRIMARY KEY (repo_id, line_id, rank)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE admitted_file_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    path_id INTEGER NOT NULL,
    before BLOB,
    after BLOB NOT NULL,
    now_path_id INTEGER NOT NULL,
    tip BLOB,
    added INTEGER NOT NULL CHECK (added > 0),
    standing INTEGER NOT NULL CHECK (standing BETWEEN 0 AND added),
    first_line INTEGER NOT NULL CHECK (first_line > 0),
    PRIMARY KEY (repo_id, line_id, rank, path_id)
  ) STRICT, WITHOUT ROWID`,
];
