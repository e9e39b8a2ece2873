import type { Bench, Draft, FileModel, Line } from './model.ts';
import { at } from './random.ts';
import { buildMarker, buildStatement, reword } from './vocabulary.ts';

/** Changes a draft and says whether there was anything to change. */
export type Edit = (draft: Draft, bench: Bench) => boolean;

/** Lines `start` to `end` (exclusive) of a file. */
export interface Stretch {
  readonly file: FileModel;
  readonly start: number;
  readonly end: number;
}

/** Share of new markers that say what another one in their file says. */
const TWIN_SHARE = 0.25;

export const insertCode: Edit = (draft, bench) => {
  const spot = pickLine(draft, bench, (line) => line.kind === 'code' || line.kind === 'footer');
  if (spot === undefined) return false;
  const place = { path: spot.file.path, indent: indentAt({ ...spot, start: Math.max(spot.start - 1, 0) }) };
  const lines = Array.from({ length: 1 + bench.random.below(3) }, () => buildStatement(bench, place));
  return splice(draft, { ...spot, end: spot.start }, lines);
};

export const deleteCode: Edit = (draft, bench) => {
  const spot = pickLine(draft, bench, (line) => line.kind === 'code');
  return spot !== undefined && splice(draft, spot, []);
};

/** A marker before a statement or a definition, now and then with new code under it; never next to another marker. */
export const insertMarker: Edit = (draft, bench) => {
  const spot = pickLine(draft, bench, (line, previous) => isCode(line) && previous?.kind !== 'marker');
  if (spot === undefined) return false;
  const place = { path: spot.file.path, indent: indentAt(spot) };
  const marker = buildMarker(bench, place);
  const lines = [bench.random.chance(TWIN_SHARE) ? asTwin(marker, spot.file) : marker];
  if (at(spot.file.lines, spot.start).kind === 'code' && bench.random.chance(0.4)) {
    lines.push(buildStatement(bench, place));
  }
  return splice(draft, { ...spot, end: spot.start }, lines);
};

/** The same words as the file's last marker, if it has one. */
function asTwin(marker: Line, file: FileModel): Line {
  const indent = /^ */.exec(marker.text)?.[0] ?? '';
  const twin = file.lines.findLast(isMarker);
  return { ...marker, text: twin === undefined ? marker.text : indent + twin.text.trim() };
}

export const deleteMarker: Edit = (draft, bench) => {
  const spot = pickLine(draft, bench, isMarker);
  return spot !== undefined && splice(draft, spot, []);
};

export const deleteMarkerWithCode: Edit = (draft, bench) => {
  const block = pickMarkedCode(draft, bench);
  return block !== undefined && splice(draft, block, []);
};

export const rewordMarker: Edit = (draft, bench) => {
  const spot = pickLine(draft, bench, isMarker);
  if (spot === undefined) return false;
  const line = at(spot.file.lines, spot.start);
  return splice(draft, spot, [{ ...line, text: reword(bench.random, line.text) }]);
};

/** Indents a definition's body deeper, or back. */
export const reindent: Edit = (draft, bench) => {
  const block = pickDefinition(draft, bench);
  if (block === undefined) return false;
  const [header, ...body] = linesOf(block);
  const isDeep = body.every((line) => line.text === '' || line.text.startsWith('    ') || line.kind === 'footer');
  const shift = (line: Line): string => (isDeep ? line.text.replace(/^ {2}/, '') : `  ${line.text}`);
  const shifted = body.map((line) => (isMargin(line) ? line : { ...line, text: shift(line) }));
  return header !== undefined && splice(draft, block, [header, ...shifted]);
};

/** Moves a definition, or a marker with its statement, within its file. */
export const moveWithinFile: Edit = (draft, bench) => {
  const block = pickBlock(draft, bench);
  return block !== undefined && moveTo(draft, bench, { block, target: block.file });
};

/** Moves a definition, or a marker with its statement, to another file of the same language. */
export const moveToFile: Edit = (draft, bench) => {
  const block = pickBlock(draft, bench);
  if (block === undefined) return false;
  const extension = block.file.path.slice(-3);
  const targets = [...draft.values()].filter(({ id, path }) => id !== block.file.id && path.endsWith(extension));
  return targets.length > 0 && moveTo(draft, bench, { block, target: bench.random.pick(targets) });
};

function moveTo(draft: Draft, bench: Bench, { block, target }: { block: Stretch; target: FileModel }): boolean {
  const moved = linesOf(block);
  splice(draft, block, []);
  const lines = draft.get(target.id)?.lines ?? [];
  const kind = at(moved, 0).kind === 'header' ? 'header' : 'code';
  const spots = lines.flatMap((line, index) => (line.kind === kind && !isMarker(lines[index - 1]) ? index : []));
  const start = spots.length > 0 ? bench.random.pick(spots) : lines.length;
  return splice(draft, { file: { ...target, lines }, start, end: start }, moved);
}

/** Replaces a stretch of a file; true if that changes it. */
function splice(draft: Draft, { file, start, end }: Stretch, lines: readonly Line[]): boolean {
  const changed = file.lines.toSpliced(start, end - start, ...lines);
  draft.set(file.id, { ...file, lines: changed });
  return end > start || lines.length > 0;
}

function pickBlock(draft: Draft, bench: Bench): Stretch | undefined {
  return bench.random.chance(0.5) ? pickMarkedCode(draft, bench) : pickDefinition(draft, bench, hasMarker);
}

/** A marker inside a definition together with the statement or two under it. */
function pickMarkedCode(draft: Draft, bench: Bench): Stretch | undefined {
  const spot = pickLine(draft, bench, (line) => line.kind === 'marker' && line.text.startsWith('  '));
  if (spot === undefined) return undefined;
  const first = spot.start + 1;
  const most = first + 1 + bench.random.below(2);
  let end = first;
  while (end < most && spot.file.lines[end]?.kind === 'code') end += 1;
  return { ...spot, end };
}

function pickDefinition(draft: Draft, bench: Bench, accept?: (block: Stretch) => boolean): Stretch | undefined {
  const found = [...draft.values()].flatMap(definitionsOf).filter((block) => accept?.(block) ?? true);
  return found.length > 0 ? bench.random.pick(found) : undefined;
}

/** From each header to the next blank line (inclusive) or definition. */
function definitionsOf(file: FileModel): Stretch[] {
  return file.lines.flatMap((line, start) => {
    if (line.kind !== 'header') return [];
    const blank = file.lines.findIndex((other, index) => index > start && other.kind === 'blank');
    const next = file.lines.findIndex((other, index) => index > start && other.kind === 'header');
    const ends = [blank === -1 ? file.lines.length : blank + 1, next === -1 ? file.lines.length : next];
    return [{ file, start, end: Math.min(...ends) }];
  });
}

function hasMarker(block: Stretch): boolean {
  return linesOf(block).some(isMarker);
}

type LineTest = (line: Line, previous: Line | undefined) => boolean;

function pickLine(draft: Draft, bench: Bench, accept: LineTest): Stretch | undefined {
  const found = [...draft.values()].flatMap((file) =>
    file.lines.flatMap((line, index) =>
      accept(line, file.lines[index - 1]) ? [{ file, start: index, end: index + 1 }] : [],
    ),
  );
  return found.length > 0 ? bench.random.pick(found) : undefined;
}

function linesOf({ file, start, end }: Stretch): Line[] {
  return file.lines.slice(start, end);
}

function indentAt({ file, start }: Stretch): string {
  return /^ */.exec(file.lines[start]?.text ?? '')?.[0] ?? '';
}

function isMarker(line: Line | undefined): boolean {
  return line?.kind === 'marker';
}

function isMargin(line: Line): boolean {
  return line.kind === 'blank' || line.kind === 'footer';
}

function isCode(line: Line): boolean {
  return line.kind === 'code' || line.kind === 'header';
}
