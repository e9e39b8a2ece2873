import type { Scope, Scopes } from '../markers/scopes/scope.ts';
import type { Change } from '../model/hack.ts';
import { type Comparison, type Hunk, hunkAt, isFormatOnly } from './comparison.ts';
import { indexOfLine, type Spot } from './spot.ts';

/** What became of the definition a marker speaks of; `share` = how much of its lines were rewritten or removed, 0 to 1. */
export interface DefinitionFinding {
  readonly change: Change;
  readonly share: number;
}

/** Outside definitions so many lines of code on either side count as one. */
const NEIGHBOURHOOD = 10;

/** Judges a definition by its lines of code; without one, by the code around the marker. */
export function judgeDefinition(
  comparison: Comparison,
  spot: Spot,
  subject: { readonly scope: Scope | undefined; readonly after: Scopes },
): DefinitionFinding {
  const { scope } = subject;
  const from = scope ? indexOfLine(comparison.before, scope.startLine) : Math.max(0, spot.from - NEIGHBOURHOOD);
  const to = scope
    ? indexOfLine(comparison.before, scope.endLine + 1)
    : Math.min(comparison.before.length, spot.to + NEIGHBOURHOOD);
  const share = shareOfLost(comparison, from, to);
  if (scope && isGone(comparison, { from, to, share, scope }, subject.after)) return { change: 'gone', share };
  return { change: isChanged(comparison, from, to) ? 'changed' : 'unchanged', share };
}

/** Lines that only close something say nothing about what became of a definition. */
function shareOfLost(comparison: Comparison, from: number, to: number): number {
  let lost = 0;
  let all = 0;
  for (let index = from; index < to; index += 1) {
    if (!/\w/.test(comparison.before[index]?.key ?? '')) continue;
    all += 1;
    if ((comparison.match[index] ?? -1) < 0 && !comparison.added.has(comparison.before[index]?.key ?? '')) lost += 1;
  }
  return all === 0 ? 0 : lost / all;
}

interface Judged {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly scope: Scope;
}

/** Gone = its header is gone, no definition has its name, and little of it is left: a renamed or moved definition is not gone. */
function isGone(comparison: Comparison, { from, share, scope }: Judged, after: Scopes): boolean {
  if ((comparison.match[from] ?? -1) >= 0 || share < 0.6) return false;
  return !after.all().some((other) => other.name === scope.name);
}

function isChanged(comparison: Comparison, from: number, to: number): boolean {
  for (let index = from; index <= to; index += 1) {
    const isEdge = index === from || index === to;
    const hunk = hunkAt(comparison, index);
    if (isEdge && hunk.before.length === 0) continue;
    if (isEdge && index === to && (comparison.match[index - 1] ?? -1) >= 0) continue;
    if (isDifferent(hunk)) return true;
  }
  return false;
}

function isDifferent(hunk: Hunk): boolean {
  return hunk.before.length + hunk.after.length > 0 && !isFormatOnly(hunk);
}
