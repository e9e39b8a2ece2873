import type { Sight } from '../model/marker.ts';
import type { MinedBlob, SightKey } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { findMining, writeMining } from './names.ts';
import { bytesOf } from './oids.ts';
import { packSights, unpackSights } from './sight-packing.ts';
import { readWording, writeWording } from './wordings.ts';

/** The markers of each blob asked for, in the order asked: `undefined` = not mined yet under the ruleset, empty = mined, none. */
export function readSights(
  connection: Connection,
  ruleset: string,
  keys: readonly SightKey[],
): (readonly Sight[] | undefined)[] {
  return keys.map(({ blob, language }) => {
    const mining = findMining(connection, ruleset, language);
    return mining === undefined ? undefined : findSights(connection, mining, bytesOf(blob));
  });
}

function findSights(connection: Connection, mining: number, blob: Uint8Array): readonly Sight[] | undefined {
  const sql = 'SELECT sights FROM mined_blobs WHERE repo_id = ? AND mining_id = ? AND oid = ?';
  const row = connection.one<{ sights: Uint8Array | null }>(sql, connection.repoId, mining, blob);
  return row && openSights(connection, row.sights);
}

/** The sights of a packed blob; null holds none. */
export function openSights(connection: Connection, packed: Uint8Array | null): readonly Sight[] {
  if (packed === null) return [];
  return unpackSights(packed).map(({ wording, ...place }) => ({ wording: readWording(connection, wording), ...place }));
}

/** Keeps the markers of blobs under a ruleset; what is already kept stays. */
export function writeSights(connection: Connection, ruleset: string, blobs: readonly MinedBlob[]): void {
  const sql = 'INSERT INTO mined_blobs (repo_id, mining_id, oid, sights) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
  const rows = blobs.map((blob) => ({ mining: writeMining(connection, ruleset, blob.language), blob }));
  // In the order of the key, so that neighbouring rows land on one page while it is at hand.
  rows.sort((a, b) => a.mining - b.mining || (a.blob.blob < b.blob.blob ? -1 : 1));
  for (const { mining, blob } of rows) {
    connection.run(sql, connection.repoId, mining, bytesOf(blob.blob), closeSights(connection, blob.sights));
  }
}

function closeSights(connection: Connection, sights: readonly Sight[]): Uint8Array | null {
  if (sights.length === 0) return null;
  return packSights(sights.map((sight) => ({ ...sight, wording: writeWording(connection, sight.wording) })));
}
