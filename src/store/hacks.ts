import type { HackId } from '../model/hack.ts';
import type { HackKey, HackRow, Rank } from '../model/lineage.ts';
import type { Alias, StoredCommit, StoredHack, StoredVerdict } from '../model/store.ts';
import { readAliases } from './aliases.ts';
import type { Connection, NumberQuery } from './connection.ts';
import { readHackRows, UNJUDGED, type HackCondition } from './hack-rows.ts';
import { findLine } from './lines.ts';
import { readCommitsOf } from './stored-commits.ts';
import { readRewrites, untilEnd, type Rewrites } from './rewrites.ts';
import { readVerdicts } from './verdicts.ts';

/** All hacks of the line, in order of introduction; those of a squashed branch under the id, author and date they had first. */
export function readHacks(connection: Connection, line: string): readonly StoredHack[] {
  return connection.whileUnchanged(`hacks of ${line}`, () => readAnew(connection, line));
}

function readAnew(connection: Connection, line: string, which?: HackCondition): StoredHack[] {
  const key = findLine(connection, line);
  const rows = readHackRows(connection, key, which);
  const source: Source = {
    commitOf: readCommitsOf(connection, key, ranksOf(rows)),
    verdicts: readVerdicts(connection, key),
    rewrites: readRewrites(connection, key),
    idOf: new Map(rows.map((row) => [row.key, row.id])),
  };
  const aliases = new Map(readAliases(connection, line).map((alias) => [alias.hack, alias]));
  return rows.map((row) => asFirstKnown(storedHack(row, source), aliases.get(row.id)));
}

function asFirstKnown(hack: StoredHack, alias: Alias | undefined): StoredHack {
  if (!alias) return hack;
  const { firstId, firstCommit, author, authorTime } = alias;
  const shown = { ...author, displayName: author.name, displayEmail: author.email };
  const introduced = { ...hack.introduced, oid: firstCommit, author: shown, authorTime, commitTime: authorTime };
  return { ...hack, id: firstId, introduced };
}

/** The removed hacks whose removal was not judged yet. */
export function readUnjudged(connection: Connection, line: string): StoredHack[] {
  return readAnew(connection, line, UNJUDGED);
}

/** The ids of the line that begin so, in byte order. */
export function findHackIds(connection: Connection, line: string, prefix: string): { id: HackId; hack: HackKey }[] {
  const sql = `SELECT id, hack FROM hack_rows
    WHERE repo_id = ? AND line_id = ? AND id >= ? AND substr(id, 1, length(?)) = ? ORDER BY id`;
  return connection.all<{ id: HackId; hack: HackKey }>(sql, ...findLine(connection, line), prefix, prefix, prefix);
}

function ranksOf(rows: readonly HackRow[]): NumberQuery {
  const ranks = rows.flatMap(({ introduced, removal, rewrites }) => [introduced, removal?.rank ?? 0, ...rewrites]);
  return { sql: 'SELECT value FROM json_each(?)', values: [JSON.stringify([...new Set(ranks)])] };
}

interface Source {
  readonly commitOf: (rank: Rank) => StoredCommit;
  readonly verdicts: ReadonlyMap<number, StoredVerdict>;
  readonly rewrites: Rewrites;
  readonly idOf: ReadonlyMap<HackKey, HackId>;
}

function storedHack(row: HackRow, source: Source): StoredHack {
  const { removal, mergedInto, rewrites, introduced, ...life } = row;
  return {
    ...life,
    introduced: source.commitOf(introduced),
    mergedInto: mergedInto === null ? null : (source.idOf.get(mergedInto) ?? null),
    rewrites: untilEnd(rewrites, removal?.rank ?? null, source.rewrites.get(row.key)).map(({ rank, extent }) => ({
      commit: source.commitOf(rank),
      extent,
    })),
    removal: removal && {
      commit: source.commitOf(removal.rank),
      landed: removal.landed,
      place: removal.place,
      verdict: source.verdicts.get(row.key) ?? null,
    },
  };
}
