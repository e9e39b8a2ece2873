import { literally } from './lexer/patterns.ts';
import { isBounded } from './word-bounds.ts';
import type { PassageMarker } from './passages.ts';
import type { Ruleset, TagRule } from './ruleset.ts';
import { parseDetails } from './tag-details.ts';
import type { Candidate } from './tag-test.ts';
import { isTag } from './tag-test.ts';

interface Tags {
  /** The words alone: with their boundaries in it, it would take longer to compile than to read a repository's changes. */
  readonly regex: RegExp;
  /** Each word alone, the longest first. */
  readonly words: readonly RegExp[];
  readonly ruleOf: (word: string) => TagRule | undefined;
}

const known = new WeakMap<Ruleset, Tags>();

/** The tags of a passage (a comment's text without delimiters, or a line of prose), in order, each with its text. */
export function findTags(text: string, ruleset: Ruleset, inProse = false): PassageMarker[] {
  const tags = tagsOf(ruleset);
  const found: Found[] = [];
  const ink = text.search(/\S/);
  let passed = 0;
  let lineStart = 0;
  for (const { word, at } of findWords(text, tags)) {
    const rule = tags.ruleOf(word);
    lineStart = Math.max(lineStart, passed + text.slice(passed, at).lastIndexOf('\n') + 1);
    passed = at;
    const line = { start: lineStart, isFirst: ink >= lineStart };
    const candidate = rule && candidateOf(text, { word, at }, { rule, inProse, line });
    if (!candidate || !isTag(candidate)) continue;
    const bullet = /^\s*(?:[-*+•]|\d+[.)])\s/.test(candidate.before);
    found.push({ rule: candidate.rule, from: at - leadOf(candidate.before), at, end: at + word.length, bullet });
  }
  return found.map((tag, index) => {
    const next = Math.max(tag.end, found[index + 1]?.from ?? text.length);
    // Only up to the next tag: a comment may hold thousands.
    return markerOf(text, tag, tag.end + endOfText(text.slice(tag.end, next), tag.bullet));
  });
}

interface Found {
  readonly rule: TagRule;
  /** Where what leads to the tag begins: the mark of its item, a bracket, `@`. */
  readonly from: number;
  readonly at: number;
  readonly end: number;
  readonly bullet: boolean;
}

/** How much before a tag on its line belongs to it. */
function leadOf(before: string): number {
  return LEADING_LINE.test(before) ? before.length : (/[\s@\\([{<（【［「]*$/.exec(before)?.[0].length ?? 0);
}

const LEADING_LINE = /^(?:[\s\p{P}\p{S}]|\d{1,3}[.)]\s|<\/?[a-z][\w-]{0,20}>)*$/iu;

interface Word {
  readonly word: string;
  readonly at: number;
}

/** The words that stand for themselves in a text, in order; of several at one place the longest. */
function* findWords(text: string, { regex, words }: Tags): Generator<Word> {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    const at = match.index;
    const word = isBounded(text, at, regex.lastIndex) ? match[0] : findShorter(text, at, words);
    regex.lastIndex = at + (word?.length ?? String.fromCodePoint(text.codePointAt(at) ?? 0).length);
    if (word !== undefined) yield { word, at };
  }
}

/** Where the longest word goes on into another, a shorter one may still stand for itself: of `HACK ME` and `HACK` in "hack men". */
function findShorter(text: string, at: number, words: readonly RegExp[]): string | undefined {
  for (const word of words) {
    word.lastIndex = at;
    if (word.test(text) && isBounded(text, at, word.lastIndex)) return text.slice(at, word.lastIndex);
  }
  return undefined;
}

// The end of an element of a documentation comment: `/// <summary>TODO: mend</summary>`.
const CLOSED = /(?:<\/[\w:-]{1,40}>\s*)+$/;

function markerOf(
  text: string,
  tag: { readonly rule: TagRule; readonly at: number; readonly end: number },
  stop: number,
): PassageMarker {
  const { length, owner, issues, due, priority } = parseDetails(text, tag.end, stop);
  let from = Math.min(tag.end + length, stop);
  // The bracket holds the tag alone: `(TODO) mend it`.
  from += /^\s*[)\]}）】］」]\s*[:：]?\s*/.exec(text.slice(from, stop))?.[0].length ?? 0;
  const said = text.slice(from, stop);
  const opened = /[([{（【［「]\s*$/.test(text.slice(Math.max(0, tag.at - 3), tag.at));
  const kept = withoutEnd(opened ? closedAt(said) : said);
  return {
    kind: 'tag',
    tag: tag.rule.word,
    text: collapse(kept),
    owner,
    issues,
    due,
    priority,
    at: tag.at,
    end: kept === '' ? tag.end + text.slice(tag.end, from).trimEnd().length : from + kept.length,
  };
}

const LOOSE_END = /(?:\s|(?<=^|[\s\p{L}\p{N}])[-*•/|#]+(?=\s*$))*$/u;

function withoutEnd(said: string): string {
  const open = said.trimEnd().endsWith('>') ? said.replace(CLOSED, '') : said;
  let ink = open.length;
  while (ink > 0 && /[\s*•/|#-]/.test(open.charAt(ink - 1))) ink--;
  // The end alone, and the character before it: in a long text every place would be tried.
  const from = Math.max(0, ink - 2);
  return ink === open.length ? open : open.slice(0, from) + open.slice(from).replace(LOOSE_END, '');
}

interface Line {
  readonly start: number;
  /** Nothing stands above it. */
  readonly isFirst: boolean;
}

function candidateOf(
  text: string,
  { word, at }: Word,
  { rule, inProse, line }: Pick<Candidate, 'rule' | 'inProse'> & { readonly line: Line },
): Candidate {
  const end = at + word.length;
  return {
    rule,
    word,
    before: text.slice(Math.max(line.start, at - 200), at),
    after: text.slice(end, end + 300),
    onFirstLine: line.isFirst,
    inProse,
  };
}

// An empty line, what else documentation tells (`@param`, `\\param`, `:param x:`, `Returns:`), what has a label of its own (`NOTE:`), a rule of
// dashes, the end of an element of documentation and the next one, or the next item of the tag's own list.
const STOP = new RegExp(
  [
    /\n[ \t]*(?:\n|$)/,
    /\n[ \t]*[@\\][a-zA-Z]+\b/,
    /\n[ \t]*:(?:param|type|returns?|rtype|raises?|arg|keyword|var|ivar|cvar)\b[^:\n]*:/,
    /\n[ \t]*(?:Args|Arguments|Parameters|Returns|Raises|Yields|Attributes|Examples?|Throws):[ \t]*(?:\n|$)/,
    /\n[ \t]*[A-Z]{3,}:(?=\s)/,
    /\n[ \t]*([-=*~#_+])\1{3,}/,
    /<\/(?:summary|remarks|param|typeparam|returns|value|example|exception)>/,
    /\n[ \t]*<(?:summary|remarks|param|typeparam|returns|value|example|exception|seealso)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
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
  const sources = names.map(literally);
  return {
    regex: new RegExp(sources.join('|') || '(?!)', 'giu'),
    words: sources.map((source) => new RegExp(source, 'iuy')),
    ruleOf: (word) => rules.get(word.toUpperCase()),
  };
}

/** White space collapsed, and leading separators gone. */
export function collapse(text: string): string {
  // A single space is what it shall be.
  return text.replace(/ \s+|[^\S ]\s*/g, ' ').trim();
}
