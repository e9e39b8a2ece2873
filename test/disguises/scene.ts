import { annotatedCode } from '../../src/markers/scopes/annotated-code.ts';
import { findCommentRun } from '../../src/markers/scopes/comment-run.ts';
import { buildSource, findRangeAt, startOfLine } from '../../src/markers/scopes/source-text.ts';
import type { Marker } from '../../src/model/marker.ts';
import { languageKey } from '../../src/markers/languages/lookup.ts';
import { mineText } from '../../src/markers/mine-blob.ts';
import { DEFAULT_RULESET } from '../../src/markers/ruleset.ts';
import type { Random } from '../truth/random.ts';

/** Texts by path. */
export type Tree = ReadonlyMap<string, string>;

/** What a commit changes: a text, or null for a path that goes. */
export type Changes = ReadonlyMap<string, string | null>;

/** One file of a tree, taken apart, in which an admission shall be disguised: moved or reworded, but not taken away. */
export interface Scene {
  readonly tree: Tree;
  readonly path: string;
  readonly lines: readonly string[];
  readonly markers: readonly Marker[];
  /** The marker that is disguised where it is only one. */
  readonly marker: Marker;
  readonly random: Random;
}

/** Changes a tree; undefined where the scene does not allow it. */
export type Disguise = (scene: Scene) => Changes | undefined;

export function buildScene(tree: Tree, path: string, random: Random): Scene | undefined {
  const text = tree.get(path) ?? '';
  const markers = findMarkers(text, path);
  return markers.length === 0
    ? undefined
    : { tree, path, lines: text.split('\n'), markers, marker: random.pick(markers), random };
}

/** The file with other lines. */
export function withLines({ path }: Scene, lines: readonly string[]): Changes {
  return new Map([[path, lines.join('\n')]]);
}

/** Whether a line (from 0) belongs to no marker and is no comment either, as far as one can see. */
export function isCode({ lines, markers }: Scene, index: number): boolean {
  const line = lines[index] ?? '';
  const isMarked = markers.some((marker) => index + 1 >= marker.line && index + 1 <= marker.endLine);
  return !isMarked && /^\s+[\w.]+[ (].*[;,){]$/.test(line) && !/\/\/|\/\*|\*\/|#|"""|'''|`|--/.test(line);
}

/** Numbers (from 0) of the lines that are code. */
export function codeLines(scene: Scene): number[] {
  return scene.lines.flatMap((_, index) => (isCode(scene, index) ? [index] : []));
}

/** The marker's comment, the code it speaks of and a few lines more, cut out; undefined if another marker is cut through. */
export function cutBlock(
  scene: Scene,
): { readonly block: readonly string[]; readonly rest: readonly string[] } | undefined {
  const { lines, path, markers, marker, random } = scene;
  const source = buildSource(path, lines.join('\n'));
  const run = findCommentRun(source, marker);
  const code = annotatedCode(source, marker);
  if (!code || code.startLine < run.first) return undefined;
  const from = run.first - 1;
  let to = code.endLine;
  for (let more = random.below(4); more > 0 && isCode(scene, to); more -= 1) to += 1;
  if (markers.some(({ line, endLine }) => (line <= from && endLine > from) || (line <= to && endLine > to)))
    return undefined;
  return { block: lines.slice(from, to), rest: [...lines.slice(0, from), ...lines.slice(to)] };
}

/** Numbers (from 0) of the lines before which a block may be put: not in a comment, and not in a literal. */
export function findGaps(path: string, lines: readonly string[]): number[] {
  const source = buildSource(path, lines.join('\n'));
  const isOpen = (offset: number): boolean =>
    findRangeAt(source.comments, offset) === undefined && findRangeAt(source.literals, offset) === undefined;
  return lines.flatMap((line, index) => (line.trim() === '' && isOpen(startOfLine(source, index + 1)) ? [index] : []));
}

/** What the program finds in a text. */
function findMarkers(text: string, path: string): readonly Marker[] {
  return mineText(text, languageKey(path), DEFAULT_RULESET).markers;
}

/** What the markers of a text say, sorted. */
export function readMarkers(text: string, path: string): string[] {
  return findMarkers(text, path)
    .map((marker) => `${marker.tag} ${marker.text}`)
    .toSorted();
}
