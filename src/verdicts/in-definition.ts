import type { Scope, Scopes } from '../markers/scopes/scope.ts';
import type { Change } from '../model/hack.ts';
import type { CodeLine } from './code-lines.ts';
import { type Comparison, type Hunk, hunkAt, isFormatOnly } from './comparison.ts';
import { likenessOf } from './likeness.ts';
import { indexOfLine, type Spot } from './spot.ts';

/** Judges the definition a marker speaks of by its lines of code; outside all definitions, the whole text. */
export function judgeDefinition(comparison: Comparison, spot: Spot, after: Scopes): Change {
  const scope = spot.subject;
  if (!scope) return isChanged(comparison, 0, comparison.before.length) ? 'changed' : 'unchanged';
  const from = indexOfLine(comparison.before, scope.startLine);
  const to = indexOfLine(comparison.before, scope.endLine + 1);
  if (isGone(comparison, { from, to, scope }, after)) return 'gone';
  return isChanged(comparison, from, to) ? 'changed' : 'unchanged';
}

/** Lines of a text's code, by their index. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * How much of the lines [from, to) is not as it was, lines put between them included: 0 to 1. Lines that only close something don't count.
 * `isAnother` says which are not.
 */
export function shareOfChange(comparison: Comparison, { from, to }: LineSpan, isAnother = isLost): number {
  let changed = 0;
  let all = 0;
  for (let index = from; index < to; index += 1) {
    const isSaying = saysSomething(comparison.before[index]);
    const added = index > from ? addedBefore(comparison, index) : 0;
    all += (isSaying ? 1 : 0) + added;
    changed += (isSaying && isAnother(comparison, index) ? 1 : 0) + added;
  }
  return all === 0 ? 0 : changed / all;
}

function saysSomething(line: CodeLine | undefined): boolean {
  return /\w/.test(line?.key ?? '');
}

/** Whether a line is not there any more, anywhere. */
export function isLost(comparison: Comparison, index: number): boolean {
  return (comparison.match[index] ?? -1) < 0 && !comparison.added.has(comparison.before[index]?.key ?? '');
}

/** Number of new lines between two kept neighbours. */
function addedBefore(comparison: Comparison, index: number): number {
  const [above, here] = [comparison.match[index - 1] ?? -1, comparison.match[index] ?? -1];
  return above >= 0 && here > above ? comparison.after.slice(above + 1, here).filter(saysSomething).length : 0;
}

interface Judged {
  readonly from: number;
  readonly to: number;
  readonly scope: Scope;
}

/** So much of a definition must be lost for it to be gone: a renamed or moved one keeps most of its lines. */
const LOST = 0.6;

/** A header so like the old one that stands in its place is the same definition under another name or with other parameters. */
const ALIKE = 0.6;

function isGone(comparison: Comparison, { from, to, scope }: Judged, after: Scopes): boolean {
  if ((comparison.match[from] ?? -1) >= 0 || shareOfChange(comparison, { from, to }) < LOST) return false;
  const header = comparison.before.slice(from, from + 1);
  if (likenessOf(header, hunkAt(comparison, from).after) >= ALIKE) return false;
  return !after.all().some((other) => other.name === scope.name);
}

/** A hunk that only touches the edges, added above the first line or below the last, is none of the definition's. */
function isChanged(comparison: Comparison, from: number, to: number): boolean {
  let isKeptAbove = true;
  for (let index = from; index <= to; index += 1) {
    const isKept = (comparison.match[index] ?? -1) >= 0 || index === to;
    const isSeen = !isKeptAbove && index > from;
    const isEdge = isKept && (index === from || (index === to && isKeptAbove));
    isKeptAbove = isKept;
    if (!isSeen && !isEdge && isDifferent(hunkAt(comparison, index))) return true;
  }
  return false;
}

function isDifferent(hunk: Hunk): boolean {
  return hunk.before.length + hunk.after.length > 0 && !isFormatOnly(hunk);
}
