import { isBeforeRomanceAll, isRomanceAll } from './romance.ts';
import type { TagRule } from './ruleset.ts';
import { SPACED_LETTER, UNSPACED } from './word-bounds.ts';

/** A tag's word as it stands in a passage. */
export interface Candidate {
  readonly rule: TagRule;
  readonly word: string;
  /** What stands before it on its line. */
  readonly before: string;
  /** What stands behind it, on its line and further. */
  readonly after: string;
  /** It stands on the first line of its comment. */
  readonly onFirstLine: boolean;
  /** It stands in text for people, not in a comment. */
  readonly inProse: boolean;
}

// Parts of longer names and of code: `todo-list`, `TODO.md`, `Todo::new`, `TODO's`, `todo = 1`, `todo?: Todo`, `TODO()` in a sentence.
const NAME_AFTER =
  /^(?:[-‐][\p{L}\p{N}_]|\.[\p{L}_]|::|['’\\"`$%&]|\s*={1,3}(?!>)|\?\.|->|\/(?!(?:FIXME|HACK|XXX|TODO|BUG)\b)|,? ?(?:yyy|zzz)\b)/iu;
const QUOTED_BEFORE = /["'`“‘«$&%.\\/_]$/;
const DECORATION = /^[\s\p{P}\p{S}]*$/u;
/** Of Doxygen: `\todo mend it`. */
const COMMAND = /^[\s\p{P}\p{S}]*\\$/u;
const ELEMENTS = /<\/?[a-z][\w-]{0,20}(?:\s[^<>\n]{0,80})?>/gi;

const SEPARATOR = /^(?:[?]?\s?[:：]|\s*[-–—]{1,2}\s|!{1,3}(?:\s|:|$)|！{1,3}|[\]】］]|\s*[)\]）]\s*[:：])/;
const GROUP =
  /^\s?(?:\([^()\n]{1,80}\)|\[[^[\]\n]{1,80}\]|<[^<>\n]{1,80}>|\{[^{}\n]{1,80}\}|（[^（）\n]{1,80}）|【[^【】\n]{1,80}】|@[\w-])/;
const NOTHING = /^[\s\p{P}\p{S}]*(?:\n|$)/u;
const SENTENCE_END = /(?:[.!?;)]|\s[-–—]{1,3}|^[-–—]{1,3})\s+[([]?$|[。！？；，、）]\s*[（【［「]?$/;
const THING_AFTER =
  /^\s(?:(?:list|item|app|application|model|entry|component|store|reducer|card|object|schema|entity|record|comment|tag|marker|keyword|note|mvc|page|view|controller|collection|text|title|id|api|input|form|file|typeface)s?)(?:$|[\s.,;:)])(?!\s*:)/i;
/** `// Todo represents a task.` */
const DEFINED_AFTER = /^\s(?:is\s(?:an?|the)|represents|holds|contains|defines|describes|stores)\b/;
const CALL = /^\([^)\n]*\)\s*;?\s*(?:$|\n|[.{=])/;
const TYPE = /^\??:\s*[\w<>[\]|.]+[;,]\s*$/;

// Code put into a comment with its own trailing comment: `// call(); // todo mend`.
const COMMENTED_CODE = /\s(?:\/\/|#|\/\*|<!--)\s*$/;
// Words for a tool, then words for people: `// @ts-expect-error TODO mend`.
const DIRECTIVE =
  /^[\s\p{P}]*(?:@[\w-]+|\$NON-NLS-\d+\$|noqa(?::\s*[\w,]+)?|eslint-disable[\w-]*(?:\s[\w/@-]+)?|type:\s*ignore(?:\[[\w, -]*\])?)[:;,]?\s+$/u;
// Words for a tool alone: what follows is for people, in any case.
const SILENCER =
  /^[\s\p{P}]*(?:@ts-(?:ignore|expect-error|nocheck)|noqa(?::\s*[\w,]+)?|type:\s*ignore(?:\[[\w, -]*\])?)[:;,]?\s+$/u;
const BRACKETED = /^(?:[)\]）】］」]|\s+(?!or\b|and\b)\S)/;

const STUCK = new RegExp(`(?:${SPACED_LETTER}|[@#\\-/.])$`, 'u');
const BESIDE = new RegExp(`^(?:\\s|${UNSPACED.source})`, 'u');

/** Whether a tag's word is used as a tag: at the start of its comment in any case, further in only if written like one. */
export function isTag(candidate: Candidate): boolean {
  const { rule, word, before, after } = candidate;
  const upper = word === word.toUpperCase();
  if (NAME_AFTER.test(after) || (!upper && /^(?:\?:|![([{])/.test(after))) return false;
  if (rule.strict && !(upper && /^(?:\s?[:：]|\([^()\n]{1,80}\)\s*[:：])/.test(after))) return false;
  const isCommand = COMMAND.test(before) && word.toLowerCase() === 'todo';
  const bare = before.replace(/^(?:[\s*#;%!>+-]|\/\/)+/, '');
  if (!isCommand && QUOTED_BEFORE.test(bare)) return false;
  const begins =
    DECORATION.test(before) ||
    isInElement(candidate, upper) ||
    COMMENTED_CODE.test(before) ||
    (upper ? DIRECTIVE : SILENCER).test(before);
  const fits = begins ? isAtStart(candidate, upper) : isInside(candidate, upper);
  return fits && !isOtherLanguage(candidate, upper);
}

/** Behind elements of documentation: `<p>TODO mend it</p>`, and not in commented-out ones: `<th>TODO</th>`. */
function isInElement({ before, after }: Candidate, upper: boolean): boolean {
  return upper && !/^\s*<\//.test(after) && DECORATION.test(before.replace(ELEMENTS, ''));
}

function isAtStart({ before, after, onFirstLine, inProse }: Candidate, upper: boolean): boolean {
  if (!upper && (CALL.test(after) || TYPE.test(after) || /[<{]$/.test(before))) return false;
  if ((!upper || inProse) && (THING_AFTER.test(after) || DEFINED_AFTER.test(after))) return false;
  const separated = SEPARATOR.test(after) || (upper && GROUP.test(after));
  if (inProse) return upper || separated;
  return upper || separated || onFirstLine || /[@\\]$/.test(before);
}

function isInside({ before, after }: Candidate, upper: boolean): boolean {
  if (!upper || STUCK.test(before)) return false;
  if (/\s[([]$|[（【［「]$/.test(before) && BRACKETED.test(after) && !THING_AFTER.test(after)) return true;
  if (SEPARATOR.test(after) && (!/^\s*[-–—]/.test(after) || /:\s+$/.test(before))) return true;
  if (/^(?:\([^()\n]{1,80}\)|（[^（）\n]{1,80}）)/.test(after) || /^\s?\[[^[\]\n]{1,80}\]/.test(after)) return true;
  if (/^[?!]{0,3}\s*(?:\n|$)/.test(after)) return /[.!?]\s+$/.test(before);
  return SENTENCE_END.test(before) && !NOTHING.test(after) && !THING_AFTER.test(after) && BESIDE.test(after);
}

function isOtherLanguage({ rule, before, after }: Candidate, upper: boolean): boolean {
  if (rule.word !== 'TODO') return false;
  if (isBeforeRomanceAll(before)) return true;
  const separated = SEPARATOR.test(after) || GROUP.test(after);
  return !separated && isRomanceAll(after, upper);
}
