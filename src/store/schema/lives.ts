import { hacksView } from './views.ts';

const STALE = `h.removal_rank IS NULL AND h.merged_into IS NULL AND EXISTS (SELECT 1 FROM rewrite_rows x
        WHERE x.repo_id = h.repo_id AND x.line_id = h.line_id AND x.hack = h.hack AND x.extent = 'logic')`;

/** Version 2: how far each commit went that changed the annotated code while the marker stayed. An open hack is stale if one changed its logic. */
export const LIVES_2: readonly string[] = [
  `CREATE TABLE rewrite_rows (
    repo_id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    hack INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    extent TEXT NOT NULL CHECK (extent IN ('none', 'format', 'rename', 'moved', 'logic')),
    PRIMARY KEY (repo_id, line_id, hack, rank)
  ) STRICT, WITHOUT ROWID`,
  'DROP VIEW hacks',
  hacksView(STALE),
];
