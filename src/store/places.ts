import type { NodeRow, Place } from '../model/lineage.ts';
import type { Connection, Value } from './connection.ts';
import { damage } from './faults.ts';
import type { LineKey } from './lines.ts';
import { findNode, readPathBlob } from './nodes.ts';
import { readWording, writeWording } from './wordings.ts';

/** A place in five columns: node, line, column, end line, wording; all null = no place. */
export type PlaceColumns = readonly [number | null, number | null, number | null, number | null, number | null];

const NOWHERE: PlaceColumns = [null, null, null, null, null];

/** Turns places into columns; the nodes of the fold at hand are known without asking the database. */
export function buildPlaceWriter(
  connection: Connection,
  key: LineKey,
  nodes: readonly NodeRow[],
): (place: Place | null) => readonly Value[] {
  const known = new Map(nodes.map((node) => [nameOf(node), node.key as number]));
  const nodeOf = (place: Place): number => {
    const name = nameOf(place);
    const node = known.get(name) ?? findNode(connection, key, place);
    if (node === undefined) throw new Error(`the fold names ${name}, which is none of its nodes`);
    known.set(name, node);
    return node;
  };
  return (place) => {
    if (place === null) return NOWHERE;
    return [nodeOf(place), place.line, place.column, place.endLine, writeWording(connection, place.wording)];
  };
}

function nameOf({ path, blob }: { readonly path: string; readonly blob: string }): string {
  return `${blob} ${path}`;
}

/** The place of five columns, or null. */
export function openPlace(connection: Connection, key: LineKey, columns: PlaceColumns): Place | null {
  const [node, line, column, endLine, wording] = columns;
  if (node === null || line === null || column === null || endLine === null || wording === null) return null;
  const { path, blob } = readPathBlob(connection, key, node);
  return { path, blob, line, column, endLine, wording: readWording(connection, wording) };
}

/** The place of five columns that are never null. */
export function openSurePlace(connection: Connection, key: LineKey, columns: PlaceColumns): Place {
  const place = openPlace(connection, key, columns);
  if (place === null) throw damage(connection.file);
  return place;
}
