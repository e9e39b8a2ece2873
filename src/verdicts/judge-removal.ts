import { findScopes } from '../markers/scopes/find-scopes.ts';
import { codeBetween, type MarkerPlace, type SourceText, startOfLine } from '../markers/scopes/source-text.ts';
import type { Scope } from '../markers/scopes/scope.ts';
import type { Change, Verdict } from '../model/hack.ts';
import { isAnswered, readComment } from './answering.ts';
import { compareCode, type Comparison } from './comparison.ts';
import { findLostDirective } from './directives.ts';
import { judgeDefinition, shareOfChange } from './in-definition.ts';
import { type Finding, judgeNear } from './near-marker.ts';
import { changedNamesOf, findRelatedNames } from './related.ts';
import type { Region } from './renames.ts';
import { buildProof, type ProofLine } from './proof.ts';
import { isRunRewritten } from './paragraph.ts';
import { findSpot, type Spot } from './spot.ts';
import { findCodeLines } from './code-lines.ts';

/** A verdict and the lines that prove it. */
export interface Judgement extends Verdict {
  readonly proof: readonly ProofLine[];
  /**
   * Names tied to the marker (related.ts) that stand in changed lines of its file, and the tool's directive that went with it: for a comment
   * that went alone signs that more was done.
   */
  readonly changedNames: readonly string[];
  /** Whether any code of the marker's file differs: who takes away only a comment changes none. */
  readonly changesCode: boolean;
}

/** A marker's text just before it went, and what that file says afterwards (null: the file is gone too). */
export interface RemovalTexts {
  readonly before: SourceText;
  readonly marker: MarkerPlace;
  readonly after: SourceText | null;
}

/** Judges what became of the code a removed marker spoke of. Comments are left out of both texts; code is matched by what it says, not where it stands. */
export function judgeRemoval({ before, marker, after }: RemovalTexts): Judgement {
  if (!after) return judgeDeletedFile(before, marker);
  const comparison = compareCode(before, after);
  const spot = findSpot(before, comparison.before, marker);
  const near = judgeNear(comparison, spot, () => findRegion(before, after, spot.subject));
  const definition = judgeDefinition(comparison, spot, findScopes(after));
  const isPaid =
    (spot.blockTo > spot.to && shareOfChange(comparison, { from: spot.to - 1, to: spot.blockTo }) >= REWRITTEN) ||
    isRunRewritten(comparison, spot) ||
    isAnswered(comparison, spot, readComment(before, marker));
  return {
    ...decide(near, isReplaced(comparison, spot) ? 'gone' : definition, isPaid),
    proof: buildProof({ before, after }, comparison, spot),
    changesCode: comparison.match.includes(-1) || comparison.added.size > 0,
    changedNames: [
      ...changedNamesOf(comparison, findRelatedNames(before, marker)),
      ...[findLostDirective(before, marker, after)].filter((name) => name !== undefined),
    ],
  };
}

function judgeDeletedFile(before: SourceText, marker: MarkerPlace): Judgement {
  const spot = findSpot(before, findCodeLines(before), marker);
  return {
    removal: 'file-deleted',
    extent: 'logic',
    nearMarker: 'gone',
    inDefinition: 'gone',
    confidence: 1,
    proof: buildProof({ before, after: null }, null, spot),
    changedNames: [],
    changesCode: true,
  };
}

/** Names are renamed within their definition, or the file at the top level. */
export function findRegion(before: SourceText, after: SourceText, scope: Scope | undefined): Region {
  const wholeAfter = codeBetween(after, 0, after.text.length);
  if (!scope) return { before: codeBetween(before, 0, before.text.length), after: wholeAfter };
  const other = findScopes(after)
    .all()
    .find((candidate) => candidate.name === scope.name && candidate.kind === scope.kind);
  if (!other) return { before: codeBetween(before, 0, before.text.length), after: wholeAfter };
  return { before: textOf(before, scope), after: textOf(after, other) };
}

function textOf(source: SourceText, scope: Scope): string {
  return codeBetween(source, startOfLine(source, scope.startLine), startOfLine(source, scope.endLine + 1));
}

/** From this share of changed lines on, a comment above a block is taken to have spoken of what was changed in it. */
const REWRITTEN = 0.3;

/** From this share of lost lines on, a text without definitions is another one under the same path, if it was so long. */
const ANOTHER = 0.8;
const LONG = 20;

/** A script that makes room for another under its name took the code outside of definitions with it. */
function isReplaced({ before, match, added }: Comparison, spot: Spot): boolean {
  if (spot.subject || before.length < LONG) return false;
  const lost = before.filter(({ key }, index) => (match[index] ?? -1) < 0 && !added.has(key));
  return lost.length >= ANOTHER * before.length;
}

function decide(near: Finding, inDefinition: Change, isPaid: boolean): Verdict {
  const common = { extent: near.extent, nearMarker: near.change, inDefinition, confidence: near.confidence };
  if (inDefinition === 'gone' && near.extent !== 'moved') {
    return { ...common, removal: 'code-deleted', extent: 'logic', nearMarker: 'gone', confidence: 0.9 };
  }
  switch (near.change) {
    case 'gone':
      return { ...common, removal: 'code-deleted' };
    case 'changed':
      return { ...common, removal: 'code-changed' };
    case 'unchanged':
      if (isPaid) return { ...common, removal: 'code-changed', extent: 'logic', confidence: 0.65 };
      return {
        ...common,
        removal: 'comment-only',
        confidence: near.confidence - (inDefinition === 'changed' ? 0.1 : 0),
      };
    default:
      return near.change satisfies never;
  }
}
