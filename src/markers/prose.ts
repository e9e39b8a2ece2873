import type { FlatTokens } from './lexer/lex.ts';
import { mergePairs } from './merge-pairs.ts';
import type { Passage, PassageMarker } from './passages.ts';
import type { Ruleset } from './ruleset.ts';
import { findTags } from './tag-search.ts';

/** A marker outside of comments, with the passage its offsets belong to. */
export interface Outside {
  readonly passage: Passage;
  readonly marker: PassageMarker;
}

// A line that may begin like a task: list mark, open check box or emphasis, then letters.
const TASK =
  /^[ \t]*(?:[-*+>•][ \t]+|\d+[.)][ \t]+|\*+[ \t]+)*(?:\[[ \t]?\][ \t]*)?(?:#[ \t]+(?=\w+:))?(?:\*\*|__|==|\[)?(?=[^\s\p{P}\p{S}])[^\r\n]*/gmu;

/** Tasks in text for people: lines that begin with a tag, outside of comments and code. */
export function findTasks(text: string, tokens: FlatTokens, ruleset: Ruleset): Outside[] {
  const found: Outside[] = [];
  const taken = mergePairs(tokens.comments, tokens.literals);
  let pair = 0;
  for (const match of text.matchAll(TASK)) {
    while (pair < taken.length && (taken[pair + 1] ?? 0) <= match.index) pair += 2;
    if (pair < taken.length && (taken[pair] ?? 0) <= match.index) continue;
    const marker = findTags(match[0], ruleset, true)[0];
    if (marker === undefined || /\p{L}|\p{N}[^.)\p{N}]/u.test(match[0].slice(0, marker.at))) continue;
    const lines = [{ at: 0, source: match.index }];
    found.push({ marker, passage: { text: match[0], lines, start: match.index, end: match.index + match[0].length } });
  }
  return found;
}
