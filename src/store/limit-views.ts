import type Database from 'better-sqlite3';

/** A part of the repository that a query is asked of. */
export interface Part {
  /** The paths in it, of those that hacks stand or stood at. */
  readonly paths: readonly string[];
  /** Name of the team whose own days and demos are meant; null: the whole repository's. */
  readonly calendar: string | null;
}

/** Every path that a hack of the views has. */
export const ALL_PATHS = 'SELECT path FROM hacks UNION SELECT path FROM snapshot_hacks';

/**
 * Lets the views show a part of the repository: temporary views of the same names stand before them, as SQLite looks for names there
 * first. `main.hacks` is still everybody's. Nothing is written to the file.
 */
export function limitViews(database: Database.Database, { paths, calendar }: Part): void {
  database.pragma('temp_store = MEMORY');
  database.exec('CREATE TEMP TABLE told_paths (path TEXT PRIMARY KEY) WITHOUT ROWID');
  database.prepare('INSERT INTO told_paths SELECT DISTINCT value FROM json_each(?)').run(JSON.stringify(paths));
  for (const view of limitedViews(calendar)) database.exec(view);
}

function limitedViews(calendar: string | null): readonly string[] {
  const isTold = 'path IN (SELECT path FROM told_paths)';
  const isOurs = (name: string): string =>
    calendar === null ? `instr(${name}, '/') = 0` : `instr(${name}, ${quoted(`${calendar}/`)}) = 1`;
  return [
    `CREATE TEMP VIEW hacks AS SELECT * FROM main.hacks WHERE ${isTold}`,
    `CREATE TEMP VIEW charted AS SELECT * FROM main.charted WHERE ${isTold}`,
    'CREATE TEMP VIEW events AS SELECT * FROM main.events WHERE id IN (SELECT id FROM temp.hacks)',
    `CREATE TEMP VIEW snapshot_hacks AS SELECT * FROM main.snapshot_hacks WHERE ${isTold} AND ${isOurs('snapshot')}`,
    `CREATE TEMP VIEW snapshots AS
      SELECT repository, line_name, kind, name, day, origin, frozen, "commit", taken_on, ruleset,
        (SELECT COUNT(*) FROM temp.snapshot_hacks h WHERE h.repository = s.repository AND h.line_name = s.line_name
          AND h.snapshot_kind = s.kind AND h.snapshot = s.name) AS open_hacks
      FROM main.snapshots s WHERE ${isOurs('name')}`,
    `CREATE TEMP VIEW chart AS
      SELECT repository, line_name, day, position, id, kind, tag, text, path, line, touches,
        LAG(position) OVER (PARTITION BY repository, line_name, id ORDER BY day) AS position_before,
        COUNT(*) OVER (PARTITION BY repository, line_name, id ORDER BY day) AS days_on_chart
      FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY repository, line_name, snapshot ORDER BY place) AS position
        FROM temp.snapshot_hacks WHERE snapshot_kind = 'day')`,
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
