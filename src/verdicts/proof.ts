import { endOfLine, type SourceText, startOfLine } from '../markers/scopes/source-text.ts';
import type { Comparison } from './comparison.ts';
import { matchLines } from './match-lines.ts';
import type { Spot } from './spot.ts';

/** One line of a small diff: kept, removed or added, with its number before and after (null where it does not stand). */
export interface ProofLine {
  readonly sign: ' ' | '-' | '+';
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

/** Lines of context on either side, and the most lines of a proof. */
const CONTEXT = 2;
const LONGEST = 24;

interface Window {
  readonly from: number;
  readonly to: number;
}

/** The lines around a marker as they were and as they are now; comments included, so that the marker itself is seen to go. */
export function buildProof(
  texts: { readonly before: SourceText; readonly after: SourceText | null },
  comparison: Comparison | null,
  spot: Spot,
): ProofLine[] {
  const last = comparison?.before[spot.to - 1]?.line ?? spot.endLine;
  const old: Window = {
    from: Math.max(1, spot.startLine - CONTEXT),
    to: Math.min(texts.before.lineStarts.length, Math.max(spot.endLine, last) + CONTEXT),
  };
  const before = readWindow(texts.before, old);
  if (!texts.after || !comparison) return diffLines({ lines: before, from: old.from }, { lines: [], from: 1 });
  const now = findWindow(comparison, old, texts.after.lineStarts.length);
  return diffLines({ lines: before, from: old.from }, { lines: readWindow(texts.after, now), from: now.from });
}

/** Where the lines of a window stand now: between the nearest kept lines of code around it. */
function findWindow(comparison: Comparison, old: Window, length: number): Window {
  let from = 0;
  let to = length + 1;
  for (const [index, line] of comparison.before.entries()) {
    const place = comparison.after[comparison.match[index] ?? -1]?.line;
    if (place === undefined) continue;
    if (line.line < old.from) from = place;
    else if (line.line > old.to) {
      to = place;
      break;
    }
  }
  return { from: from + 1, to: to - 1 };
}

function readWindow(source: SourceText, window: Window): string[] {
  const lines: string[] = [];
  for (let line = window.from; line <= window.to; line += 1) {
    lines.push(source.text.slice(startOfLine(source, line), endOfLine(source, line)).trimEnd());
  }
  return lines;
}

interface Side {
  readonly lines: readonly string[];
  readonly from: number;
}

function diffLines(old: Side, now: Side): ProofLine[] {
  const match = matchLines(old.lines, now.lines);
  const found: ProofLine[] = [];
  const firstKept = match.find((index) => index >= 0) ?? 0;
  let next = Math.max(0, firstKept - CONTEXT);
  for (const [index, text] of old.lines.entries()) {
    const place = match[index] ?? -1;
    if (place >= 0) {
      found.push(...addedLines(now, next, place));
      next = place + 1;
    }
    found.push({
      sign: place < 0 ? '-' : ' ',
      before: old.from + index,
      after: place < 0 ? null : now.from + place,
      text,
    });
  }
  if ((match.at(-1) ?? -1) < 0) found.push(...addedLines(now, next, now.lines.length));
  return found.slice(0, LONGEST);
}

function addedLines(side: Side, from: number, to: number): ProofLine[] {
  return side.lines
    .slice(from, to)
    .map((text, step) => ({ sign: '+', before: null, after: side.from + from + step, text }) as const);
}
