import { annotatedCode, findCommentOf } from '../markers/scopes/annotated-code.ts';
import { findScopes } from '../markers/scopes/find-scopes.ts';
import type { Scope } from '../markers/scopes/scope.ts';
import type { MarkerPlace, SourceText } from '../markers/scopes/source-text.ts';
import type { CodeLine } from './code-lines.ts';
import type { Comparison } from './comparison.ts';

const CALL = /([\p{L}_$][\p{L}\p{N}_$]{3,})\s*[(!]/gu;
const CODE_WORD = /\b(?:\p{L}+_[\p{L}\p{N}_]+|\p{Lu}?\p{Ll}+\p{Lu}[\p{L}\p{N}]+|[\p{L}_]{4,}(?=\(\)))/gu;
const STATEMENTS = new Set([
  'while',
  'switch',
  'catch',
  'return',
  'foreach',
  'sizeof',
  'function',
  'typeof',
  'elif',
  'until',
  'await',
]);

/** A name of more than one word: plain ones (`value`, `index`) stand in any line. */
const COMPOUND = /(?:\p{Ll}+\p{Lu}[\p{L}\p{N}]*|\p{L}+_[\p{L}\p{N}_]+)/gu;

/**
 * Names that tie other code to a marker: its definition's, those its annotated code calls or says, and those its comment writes like code
 * (`get_master`, `getMaster`, `master()`). A commit that changes lines with such a name changed a caller, a test or a part of it.
 */
export function findRelatedNames(source: SourceText, marker: MarkerPlace): readonly string[] {
  const scope = findScopes(source).at(marker.line);
  const comment = findCommentOf(source, marker);
  const code = annotatedCode(source, marker)?.text ?? '';
  const called = [...[...code.matchAll(CALL)].map((match) => match[1] ?? ''), ...(code.match(COMPOUND) ?? [])];
  const written = comment
    ? (source.text.slice(comment.start, comment.end).match(CODE_WORD) ?? []).flatMap(withSingular)
    : [];
  const own = scope && isTelling(scope) ? [scope.name] : [];
  return [...new Set([...own, ...called, ...written])].filter((name) => !STATEMENTS.has(name)).toSorted();
}

/** "Why two `CategoryFilters`?" speaks of `CategoryFilter`. */
function withSingular(name: string): string[] {
  return /^\p{Lu}.*[^s]s$/u.test(name) ? [name, name.slice(0, -1)] : [name];
}

/** A class is told from words of every day by a name of more than one. */
function isTelling({ name, kind }: Scope): boolean {
  return kind === 'class' ? /^\p{Lu}\p{Ll}+\p{Lu}/u.test(name) : /^[\p{L}\p{N}_$]{3,}$/u.test(name);
}

/** Those of the names that stand in lines of code which differ between two texts. */
export function changedNamesOf(comparison: Comparison, names: readonly string[]): readonly string[] {
  const kept = new Set(comparison.match);
  const removed = comparison.before.filter((_, index) => (comparison.match[index] ?? -1) < 0);
  const added = comparison.after.filter((_, index) => !kept.has(index));
  const words = new Set([...removed, ...added].flatMap(wordsOf));
  return names.filter((name) => words.has(name));
}

function wordsOf(line: CodeLine): readonly string[] {
  return line.code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
}
