import type { HackId } from '../model/hack.ts';
import type { HackKey, Position, SightedNode } from '../model/lineage.ts';
import type { OpenAt } from '../model/store.ts';
import type { Connection } from './connection.ts';
import { damage } from './faults.ts';
import { findLine, type LineKey } from './lines.ts';
import { readNode } from './nodes.ts';
import { readMainlineNodes } from './prior.ts';

/** What is open in the tree of a mainline commit, and where: by path, then by place in the text. */
export function readOpenAt(connection: Connection, line: string, position: Position): OpenAt[] {
  const key = findLine(connection, line);
  const living = buildLiving(connection, key, position);
  return readMainlineNodes(connection, key, position)
    .map((node) => readNode(connection, key, node))
    .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)))
    .flatMap((node) => openIn(node, living));
}

type Named = Pick<OpenAt, 'hack' | 'id'>;

function openIn({ path, blob, hacks, sights }: SightedNode, living: (hack: number) => Named): OpenAt[] {
  return sights.flatMap((sight, i) => {
    const hack = hacks[i];
    return hack === undefined ? [] : [{ ...living(hack), place: { path, blob, ...sight } }];
  });
}

interface LifeColumns {
  readonly hack: HackKey;
  readonly id: HackId;
  readonly merged_into: HackKey | null;
  readonly is_open: number;
}

/** A node keeps the hacks of its first sight; one that has merged since lives on as the hack it merged into. */
function buildLiving(connection: Connection, key: LineKey, position: number): (hack: number) => Named {
  const sql = `SELECT hack, id, merged_into, EXISTS (SELECT 1 FROM hack_spans s
      WHERE s.repo_id = h.repo_id AND s.line_id = h.line_id AND s.hack = h.hack
        AND s.open_from <= ? AND (s.open_to IS NULL OR s.open_to > ?)) AS is_open
    FROM hack_rows h WHERE repo_id = ? AND line_id = ? AND hack = ?`;
  return (hack) => {
    let life = connection.one<LifeColumns>(sql, position, position, ...key, hack);
    while (life && life.is_open === 0 && life.merged_into !== null) {
      life = connection.one<LifeColumns>(sql, position, position, ...key, life.merged_into);
    }
    if (!life) throw damage(connection.file);
    return { hack: life.hack, id: life.id };
  };
}
