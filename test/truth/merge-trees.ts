import type { Draft, FileModel, Line, Tree } from './model.ts';
import { renderFile } from './model.ts';

/** Three states of the same thing. A cherry-pick and a revert are merges too, with other bases. */
export interface ThreeWay {
  readonly base: Tree;
  readonly ours: Tree;
  readonly theirs: Tree;
  /** Whose word counts where both changed the same thing. */
  readonly prefer: 'ours' | 'theirs';
}

/**
 * Merges two trees by identity, as somebody who knows every line would: each file's path and each line's place and wording
 * are those of the side that changed them; a line or file one side removed and the other left alone is gone.
 */
export function mergeTrees(merge: ThreeWay): Draft {
  const places = mergeLines(merge);
  const merged: Draft = new Map();
  for (const id of new Set([...merge.ours.keys(), ...merge.theirs.keys()])) {
    const path = mergePath(id, merge);
    if (path === null) continue;
    const wanted = new Map([...places].filter(([, place]) => place.file === id).map(([key, { line }]) => [key, line]));
    merged.set(id, { id, path, lines: arrangeLines(wanted, findSides(id, merge)) });
  }
  return withoutCollisions(merged, merge);
}

interface Place {
  readonly file: number;
  readonly line: Line;
}

/** The choice of three-way merging: who left it as it was gives way; `undefined` = not there. */
function choose<T>(states: { base: T; ours: T; theirs: T }, prefer: 'ours' | 'theirs'): T {
  if (states.ours === states.theirs || states.theirs === states.base) return states.ours;
  return states.ours === states.base ? states.theirs : states[prefer];
}

function mergeLines(merge: ThreeWay): Map<number, Place> {
  const [base, ours, theirs] = [placesOf(merge.base), placesOf(merge.ours), placesOf(merge.theirs)];
  const merged = new Map<number, Place>();
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const place = mergePlace({ base: base.get(id), ours: ours.get(id), theirs: theirs.get(id) }, merge);
    if (place !== undefined) merged.set(id, place);
  }
  return merged;
}

interface Places {
  readonly base: Place | undefined;
  readonly ours: Place | undefined;
  readonly theirs: Place | undefined;
}

function mergePlace({ base, ours, theirs }: Places, merge: ThreeWay): Place | undefined {
  if (ours === undefined || theirs === undefined) {
    const survivor = ours ?? theirs;
    if (base === undefined || survivor === undefined) return survivor;
    // A line that went with its whole file shares the fate of the file.
    const other = ours === undefined ? merge.ours : merge.theirs;
    if (merge.base.has(survivor.file) && !other.has(survivor.file)) return survivor;
    const isTouched = survivor.file !== base.file || survivor.line.text !== base.line.text;
    return isTouched && (ours === undefined) === (merge.prefer === 'theirs') ? survivor : undefined;
  }
  const file = choose({ base: base?.file, ours: ours.file, theirs: theirs.file }, merge.prefer);
  const text = choose({ base: base?.line.text, ours: ours.line.text, theirs: theirs.line.text }, merge.prefer);
  if (file === undefined || text === undefined) return undefined;
  return { file, line: { ...ours.line, text } };
}

function placesOf(tree: Tree): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const file of tree.values()) for (const line of file.lines) places.set(line.id, { file: file.id, line });
  return places;
}

function mergePath(id: number, { base, ours, theirs, prefer }: ThreeWay): string | null {
  const [was, our, their] = [base.get(id), ours.get(id), theirs.get(id)];
  if (was !== undefined && (our === undefined || their === undefined)) {
    const survivor = our ?? their;
    const isKept = !isUntouched(was, survivor) && (our === undefined) === (prefer === 'theirs');
    return isKept ? (survivor?.path ?? null) : null;
  }
  return choose({ base: was?.path, ours: our?.path, theirs: their?.path }, prefer) ?? null;
}

function isUntouched(was: FileModel, survivor: FileModel | undefined): boolean {
  return survivor !== undefined && survivor.path === was.path && renderFile(survivor) === renderFile(was);
}

interface Sides {
  readonly base: readonly Line[];
  readonly ours: readonly Line[];
  readonly theirs: readonly Line[];
}

function findSides(id: number, { base, ours, theirs }: ThreeWay): Sides {
  const linesIn = (tree: Tree): readonly Line[] => tree.get(id)?.lines ?? [];
  return { base: linesIn(base), ours: linesIn(ours), theirs: linesIn(theirs) };
}

/** Our order, unless only they reordered what was there; the other side's lines follow the line they followed there. */
function arrangeLines(wanted: ReadonlyMap<number, Line>, { base, ours, theirs }: Sides): Line[] {
  const isReordered = keepsOrder(base, ours) && !keepsOrder(base, theirs);
  const [first, second] = isReordered ? [theirs, ours] : [ours, theirs];
  const order = first.filter((line) => wanted.has(line.id)).map((line) => line.id);
  let previous = -1;
  for (const { id } of second) {
    if (!wanted.has(id)) continue;
    if (!order.includes(id)) order.splice(previous === -1 ? 0 : order.indexOf(previous) + 1, 0, id);
    previous = id;
  }
  return order.flatMap((id) => wanted.get(id) ?? []);
}

function keepsOrder(before: readonly Line[], after: readonly Line[]): boolean {
  const ranks = new Map(before.map((line, index) => [line.id, index]));
  const kept = after.flatMap((line) => ranks.get(line.id) ?? []);
  return kept.every((rank, index) => index === 0 || rank > (kept[index - 1] ?? -1));
}

/** Of two files that want one path only the preferred side's stays, as in a conflict resolved to one side. */
function withoutCollisions(merged: Draft, { ours, theirs, prefer }: ThreeWay): Draft {
  const preferred = prefer === 'ours' ? ours : theirs;
  const owners = new Map<string, FileModel>();
  for (const file of merged.values()) {
    const owner = owners.get(file.path);
    const wins = owner === undefined || preferred.get(file.id)?.path === file.path;
    if (owner !== undefined) merged.delete(wins ? owner.id : file.id);
    if (wins) owners.set(file.path, file);
  }
  return merged;
}
