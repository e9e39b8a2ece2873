import { literally } from './lexer/patterns.ts';
import { SPACED_LETTER, UNSPACED } from './word-bounds.ts';
import type { PassageMarker } from './passages.ts';
import type { Ruleset, TagRule } from './ruleset.ts';
import { parseDetails } from './tag-details.ts';
import type { Candidate } from './tag-test.ts';
import { isTag } from './tag-test.ts';

interface Tags {
  readonly regex: RegExp;
  readonly ruleOf: (word: string) => TagRule | undefined;
}

const known = new WeakMap<Ruleset, Tags>();

/** The tags of a passage (a comment's text without delimiters, or a line of prose), in order, each with its text. */
export function findTags(text: string, ruleset: Ruleset, inProse = false): PassageMarker[] {
  const { regex, ruleOf } = tagsOf(ruleset);
  const found: { readonly rule: TagRule; readonly at: number; readonly end: number; readonly bullet: boolean }[] = [];
  const ink = text.search(/\S/);
  let passed = 0;
  let lineStart = 0;
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    const rule = ruleOf(match[0]);
    lineStart = Math.max(lineStart, passed + text.slice(passed, match.index).lastIndexOf('\n') + 1);
    passed = match.index;
    const line = { start: lineStart, isFirst: ink >= lineStart };
    const candidate = rule && candidateOf(text, match, { rule, inProse, line });
    if (!candidate || !isTag(candidate)) continue;
    found.push({
      rule: candidate.rule,
      at: match.index,
      end: match.index + match[0].length,
      bullet: /^\s*(?:[-*+•]|\d+[.)])\s/.test(candidate.before),
    });
  }
  return found.map((tag, index) => {
    const next = found[index + 1]?.at ?? text.length;
    // Only up to the next tag: a comment may hold thousands.
    return markerOf(text, tag, tag.end + endOfText(text.slice(tag.end, next), tag.bullet));
  });
}

// The end of an element of a documentation comment: `/// <summary>TODO: mend</summary>`.
const CLOSED = /(?:<\/[\w:-]{1,40}>\s*)+$/;

function markerOf(
  text: string,
  tag: { readonly rule: TagRule; readonly at: number; readonly end: number },
  stop: number,
): PassageMarker {
  const { length, ...details } = parseDetails(text, tag.end, stop);
  const from = Math.min(tag.end + length, stop);
  const said = text.slice(from, stop);
  const opened = /[([{（【［「]\s*$/.test(text.slice(Math.max(0, tag.at - 3), tag.at));
  const kept = (opened ? closedAt(said) : said)
    .replace(CLOSED, '')
    .replace(/(?:\s|(?<=^|[\s\p{L}\p{N}])[-*•/|#]+(?=\s*$))*$/u, '');
  return {
    kind: 'tag',
    tag: tag.rule.word,
    text: collapse(kept),
    ...details,
    at: tag.at,
    end: kept === '' ? tag.end + text.slice(tag.end, from).trimEnd().length : from + kept.length,
  };
}

interface Line {
  readonly start: number;
  /** Nothing stands above it. */
  readonly isFirst: boolean;
}

function candidateOf(
  text: string,
  match: RegExpExecArray,
  { rule, inProse, line }: Pick<Candidate, 'rule' | 'inProse'> & { readonly line: Line },
): Candidate {
  const end = match.index + match[0].length;
  return {
    rule,
    word: match[0],
    before: text.slice(Math.max(line.start, match.index - 200), match.index),
    after: text.slice(end, end + 300),
    onFirstLine: line.isFirst,
    inProse,
  };
}

// An empty line, a `@param`, a rule of dashes, or the next item of the tag's own list.
const STOP = /\n(?:[ \t]*(?:\n|$)|[ \t]*@[a-zA-Z]+\b|[ \t]*([-=*~#_+])\1{3,})/;
const STOP_ITEM = /\n[ \t]*(?:[-*+•]|\d+[.)])[ \t]/;

function endOfText(text: string, bullet: boolean): number {
  const end = firstMatch(STOP, text);
  return bullet ? Math.min(end, firstMatch(STOP_ITEM, text)) : end;
}

function firstMatch(regex: RegExp, text: string): number {
  const at = text.search(regex);
  return at < 0 ? text.length : at;
}

/** Up to the bracket that closes what was opened before the tag: `(TODO: mend)`. */
function closedAt(said: string): string {
  let depth = 1;
  for (const { 0: bracket, index } of said.matchAll(/[()[\]{}（）【】［］「」]/g)) {
    depth += '([{（【［「'.includes(bracket) ? 1 : -1;
    if (depth === 0) return said.slice(0, index);
  }
  return said;
}

function tagsOf(ruleset: Ruleset): Tags {
  const made = known.get(ruleset) ?? buildTags(ruleset);
  known.set(ruleset, made);
  return made;
}

function buildTags(ruleset: Ruleset): Tags {
  const rules = new Map<string, TagRule>();
  for (const tag of ruleset.tags) for (const word of [tag.word, ...tag.spellings]) rules.set(word.toUpperCase(), tag);
  const names = [...rules.keys()].toSorted((one, other) => other.length - one.length);
  const words = names.map(bounded);
  return {
    regex: new RegExp(words.join('|') || '(?!)', 'giu'),
    ruleOf: (word) => rules.get(word.toUpperCase().replace(/\s+/, ' ')),
  };
}

function bounded(word: string): string {
  const source = literally(word).replaceAll(' ', '[ ]');
  const letters = [...word];
  // The boundary before the word is looked at last: the word itself fails faster.
  const before = UNSPACED.test(letters[0] ?? '') ? '' : `(?<!${SPACED_LETTER}${source})`;
  return `${source}${before}${UNSPACED.test(letters.at(-1) ?? '') ? '' : `(?!${SPACED_LETTER})`}`;
}

/** White space collapsed, and leading separators gone. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
