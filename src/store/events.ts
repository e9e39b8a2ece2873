import type { HackId } from '../model/hack.ts';
import type { EventKind, HackKey, Rank } from '../model/lineage.ts';
import type { HackEvent, StoredEvent } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findLine } from './lines.ts';
import { openPlace, type PlaceColumns } from './places.ts';
import { readCommitsOf } from './stored-commits.ts';

type EventColumns = readonly [
  kind: EventKind,
  rank: Rank,
  into: HackId | null,
  why: string | null,
  ...places: (number | null)[],
];

const EVENTS = `SELECT e.kind, e.rank, i.id, e.why,
    e.before_node, e.before_line, e.before_column, e.before_end_line, e.before_wording,
    e.after_node, e.after_line, e.after_column, e.after_end_line, e.after_wording
  FROM event_rows e
    LEFT JOIN hack_rows i ON i.repo_id = e.repo_id AND i.line_id = e.line_id AND i.hack = e.into_hack
  WHERE e.repo_id = ? AND e.line_id = ? AND e.hack = ? ORDER BY e.rank, e.ordinal`;

/** Everything that happened to a hack, oldest first. */
export function readEvents(connection: Connection, line: string, hack: HackKey): StoredEvent[] {
  const key = findLine(connection, line);
  const sql = 'SELECT rank FROM event_rows WHERE repo_id = ? AND line_id = ? AND hack = ?';
  const commitOf = readCommitsOf(connection, key, { sql, values: [...key, hack] });
  return connection.rows<EventColumns>(EVENTS, ...key, hack).map((row) => {
    const [kind, rank, into, why, ...places] = row;
    const before = openPlace(connection, key, places.slice(0, 5) as unknown as PlaceColumns);
    const after = openPlace(connection, key, places.slice(5) as unknown as PlaceColumns);
    return { kind, commit: commitOf(rank), before, after, into, why };
  });
}

/** What happened in commits with a committer date of `since` (seconds) or later, in canonical order. */
export function readEventsSince(connection: Connection, line: string, since: number): HackEvent[] {
  const key = findLine(connection, line);
  const commits = 'SELECT rank FROM commit_rows WHERE repo_id = ? AND line_id = ? AND commit_time >= ?';
  const sql = `SELECT DISTINCT hack FROM event_rows WHERE repo_id = ? AND line_id = ? AND rank IN (${commits}) ORDER BY hack`;
  const hacks = connection.all<{ hack: HackKey }>(sql, ...key, ...key, since);
  return hacks
    .flatMap(({ hack }) => readEvents(connection, line, hack).map((event) => ({ ...event, hack })))
    .filter(({ commit }) => commit.commitTime.seconds >= since)
    .toSorted((one, other) => one.commit.rank - other.commit.rank);
}
