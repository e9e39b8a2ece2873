import type { Extent } from '../model/hack.ts';
import type { HackKey, Rank } from '../model/lineage.ts';
import type { RewriteToWrite, Rewritten } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findLine, type LineKey } from './lines.ts';
import { unpackDistances } from './number-packing.ts';

/** How far rewrites went, by hack and by the rank of the commit. */
export type Rewrites = ReadonlyMap<number, ReadonlyMap<number, Extent>>;

/** All that was judged of the line's rewrites. */
export function readRewrites(connection: Connection, key: LineKey): Rewrites {
  const sql = 'SELECT hack, rank, extent FROM rewrite_rows WHERE repo_id = ? AND line_id = ? ORDER BY hack, rank';
  const rewrites = new Map<number, Map<number, Extent>>();
  for (const [hack, rank, extent] of connection.rows<[number, number, Extent]>(sql, ...key)) {
    const known = rewrites.get(hack);
    if (known) known.set(rank, extent);
    else rewrites.set(hack, new Map([[rank, extent]]));
  }
  return rewrites;
}

type RewrittenColumns = readonly [
  hack: HackKey,
  introduced: Rank,
  mergedInto: HackKey | null,
  removed: Rank | null,
  rewrites: Uint8Array,
];

/**
 * The rewrites of a hack before its removal, if any, with what was judged of each. A branch that is merged later may change the code of what
 * is gone by then: that says nothing about its end.
 */
export function untilEnd(
  rewrites: readonly Rank[],
  removed: Rank | null,
  judged: ReadonlyMap<number, Extent> | undefined,
): Rewritten['rewrites'] {
  return rewrites
    .filter((rank) => rank < (removed ?? Infinity))
    .map((rank) => ({ rank, extent: judged?.get(rank) ?? null }));
}

/** The line's hacks whose annotated code was changed, and how many judgements are kept of all. */
export function readRewritten(
  connection: Connection,
  line: string,
): { readonly hacks: readonly Rewritten[]; readonly kept: number } {
  const key = findLine(connection, line);
  const sql = `SELECT hack, introduced, merged_into, removal_rank, rewrites FROM hack_rows
    WHERE repo_id = ? AND line_id = ? AND rewrites IS NOT NULL ORDER BY hack`;
  const extents = readRewrites(connection, key);
  const hacks = connection.rows<RewrittenColumns>(sql, ...key).map((row): Rewritten => {
    const [hack, introduced, mergedInto, removed, packed] = row;
    const ranks = unpackDistances(packed, introduced) as Rank[];
    return { hack, isMerged: mergedInto !== null, rewrites: untilEnd(ranks, removed, extents.get(hack)) };
  });
  return { hacks, kept: [...extents.values()].reduce((sum, known) => sum + known.size, 0) };
}

/** Keeps what was judged of rewrites in place of all that was kept of the line. */
export function replaceRewrites(connection: Connection, line: string, rewrites: readonly RewriteToWrite[]): void {
  const key = findLine(connection, line);
  connection.run('DELETE FROM rewrite_rows WHERE repo_id = ? AND line_id = ?', ...key);
  const sql = 'INSERT INTO rewrite_rows (repo_id, line_id, hack, rank, extent) VALUES (?, ?, ?, ?, ?)';
  for (const { hack, rank, extent } of rewrites) connection.run(sql, ...key, hack, rank, extent);
}
