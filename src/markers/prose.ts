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

/** A text, its tokens, and where in it a tag may stand. */
export interface ProseText {
  readonly text: string;
  readonly tokens: FlatTokens;
  readonly places: readonly number[];
}

// A line that may begin like a task: list mark, open check box or emphasis, then letters.
const TASK =
  /^[ \t]*(?:[-*+>•][ \t]+|\d+[.)][ \t]+|\*+[ \t]+)*(?:\[[ \t]?\][ \t]*)?(?:#[ \t]+(?=\w+:))?(?:\*\*|__|==|\[{1,2}[ \t]?)?(?=[^\s\p{P}\p{S}])[^\r\n]*/muy;

/** Tasks in text for people: lines that begin with a tag, outside of comments and code. `places` are where a tag may stand. */
export function findTasks(known: ProseText, ruleset: Ruleset): Outside[] {
  const { text, tokens, places } = known;
  const found: Outside[] = [];
  const taken = mergePairs(tokens.comments, tokens.literals);
  let pair = 0;
  for (const match of linesAt(text, places)) {
    while (pair < taken.length && (taken[pair + 1] ?? 0) <= match.index) pair += 2;
    if (pair < taken.length && (taken[pair] ?? 0) <= match.index) continue;
    const marker = findTags(match[0], ruleset, true)[0];
    if (marker === undefined || /\p{L}|\p{N}[^.)\p{N}]/u.test(match[0].slice(0, marker.at))) continue;
    const lines = [{ at: 0, source: match.index }];
    found.push({ marker, passage: { text: match[0], lines, start: match.index, end: match.index + match[0].length } });
  }
  return found;
}

const LINE_END = /[\r\n]|$/g;

/** The lines that begin like a task and hold a place: most lines of a long text need not be looked at. */
function* linesAt(text: string, places: readonly number[]): Generator<RegExpExecArray> {
  let done = 0;
  for (const place of places) {
    if (place < done) continue;
    let start = place;
    while (start > done && !'\r\n'.includes(text.charAt(start - 1))) start--;
    TASK.lastIndex = start;
    const match = TASK.exec(text);
    if (match !== null) yield match;
    LINE_END.lastIndex = place;
    LINE_END.test(text);
    done = LINE_END.lastIndex;
  }
}
