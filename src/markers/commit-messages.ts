/** A message that admits a shortcut: by which rule, and the line that says so. */
export interface MessageAdmission {
  /** Upper-case: `WORKAROUND`, `FOR NOW`. */
  readonly tag: string;
  /** White space collapsed. */
  readonly text: string;
}

interface Rule {
  readonly tag: string;
  readonly words: RegExp;
  /** How it is read in the lines below the subject, where people explain; without it only the subject counts. */
  readonly body?: RegExp;
}

/** The beginning of a line, and of what is said in a list of squashed commits. */
const LEADS = String.raw`^\W*(?:(?!so|by|to|can|and|or|which|that)\w+ ){0,2}`;
const TEMPORARY = String.raw`\btemporar(?:il)?y (?:\w+ )?(?:fix|solution|patch|measure|change|commit|code|test code|implementation|stub|removal|disabl\w*|remov\w*|revert\w*|skip\w*|hid\w*|exclud\w*)\b`;

/**
 * Words by which a commit admits that it takes a shortcut, the surest first. Most talk of debt in messages is talk of paying it, so each is
 * held against what stands before it (see REPAYS). `WIP`, `later`, `hard-coded`, `properly` and `XXX` are left out: three of four are no
 * admission. So is `TODO`: the comment it brings is a marker itself.
 */
const RULES: readonly Rule[] = [
  {
    tag: 'HACK',
    words: /\b(?:dirty |ugly |quick |nasty |horrible )*hack(?:s|y|ish)?\b(?!-|\.)|^\W*hack\b/i,
    body: new RegExp(`${LEADS}hack(?:s|y|ish)?\\b(?!-|\\.)`, 'i'),
  },
  {
    tag: 'WORKAROUND',
    words: /(?<![/-])\bwork(?:s|ed|ing)?(?:[ -])?arounds?\b(?!\.)/i,
    body: /(?<![/-])\bwork(?:s|ed|ing)? around\b|\bas an? (?:\w+ )?work-?around\b|\b(?:to|we) workaround\b|^\W*(?:add )?work-?arounds?\b/i,
  },
  {
    tag: 'KLUDGE',
    words: /\bklu+d?ge(?:s|y)?\b|\bband-?aid\b|\bstop-?gap\b|\bquick and dirty\b/i,
    body: /\bklu+d?ge(?:s|y)?\b|\bstop-?gap\b|\bquick and dirty\b/i,
  },
  {
    tag: 'TEMPORARY',
    words: new RegExp(`\\btemporarily\\b|\\b(?:temp|interim) (?:fix|solution|disabl\\w*)\\b|${TEMPORARY}`, 'i'),
    body: new RegExp(`${LEADS}(?:temporarily\\b|temp (?:fix|disable)\\b|${TEMPORARY})`, 'i'),
  },
  { tag: 'QUICK FIX', words: /\bquick[ -]?fix\b/i, body: /\bquick[ -]?fix\b/i },
  { tag: 'NOT YET', words: /\bnot yet (?:implemented|supported|handled|done)\b|\bnot implemented yet\b/i },
  {
    tag: 'NOT A FIX',
    words: /\bnot (?:an? )?(?:very |really )?(?:proper|ideal|real|final|nice|pretty) (?:fix|solution)\b/i,
    body: /\bnot (?:an? )?(?:very |really )?(?:proper|ideal|real|final|nice|pretty) (?:fix|solution)\b/i,
  },
  { tag: 'UGLY', words: /\bugly\b/i },
  { tag: 'FOR NOW', words: /\bfor (?:now|the time being|the moment)\b/i },
  // A test that is skipped where it cannot run is no shortcut, so nothing may follow but a reason.
  {
    tag: 'DISABLED TEST',
    words:
      /(?<!-|un)\b(?:disabl|skipp?|ignor|mut|comment(?:ed|ing|s)? out)(?:e|es|ed|ing|s)?\b (?:(?!(?:in|from|during|for|of|on|to|unnecessary|redundant|invalid|duplicate)\b)\S+ ){0,4}?(?:tests?|specs?|test cases?)\b(?=\s*(?:$|[(,:;.&]|(?:until|as|that|because|since|temp|temporarily|and|due|which|while|again)\b))(?!\.\w)/i,
  },
];

/** Place of an admission's words among all, the surest first. */
export function sureness(tag: string): number {
  return RULES.findIndex((rule) => rule.tag === tag);
}

/** What stands in the same sentence before words of debt that are paid, described or disclaimed. */
const REPAYS =
  /\b(?:remov\w*|drop\w*|delet\w*|clean\w*|rid of|no longer|instead of|rather than|replac\w*|revert\w*|eliminat\w*|un-?need\w*|unnecessary|without|avoid\w*|less|obsolete|undo\w*|kill\w*|need for|not an?|isn't an?|previous\w*|old|existing|earlier|improv\w*|refactor\w*|simplif\w*|resolv\w*|address\w*|document\w*|(?:re-?)?enabl\w*|activat\w*|unskip\w*|link to|explanation|docs?|known issues|allow\w*|offer\w*|users?|you|enhanc\w*|comment on|updat\w*|mov(?:e|es|ed|ing)|renam\w*|tests? (?:for|of)|was|were|typo|fix(?:e[sd]|ing)?(?::| up)? (?:the |an? |this |that |some |all |our )?(?:\w+ )?)\b[^.;\n]*$|\bfix(?:e[sd]|ing)?:? (?:the |an? |this |that |some )?$/i;

/** What stands right after them in such sentences. */
const REPAID = /^[^.;\n]{0,40}\b(?:no longer|(?:is|are) (?:not|un)\s?need\w*|removed|not necessary|obsolete)\b/i;

/** Messages that only undo or carry over what others say. */
const SECOND_HAND = /^(?:revert\b|merge\b|reapply\b|backport\b|bump\b|version\b|release\b|\[?changelog)/i;

/** Trailers, quotes and references: not said by who commits. */
const UNSAID = /^\s*(?:>|[A-Z][\w-]+-by:|cherry[ -]picked|https?:\/\/|This reverts)/i;

/** What a commit message admits of its own commit; undefined where it admits nothing, or tells of debt that it pays. */
export function findMessageAdmission(message: string): MessageAdmission | undefined {
  const [subject = '', ...body] = message.split(/\r\n|\n|\r/);
  if (SECOND_HAND.test(subject.trim())) return undefined;
  for (const rule of RULES) {
    const line = admits(rule.words, subject, '')
      ? subject
      : rule.body && body.find((candidate, index) => admits(rule.body, candidate, body[index - 1] ?? ''));
    if (line !== undefined) return { tag: rule.tag, text: line.replace(/\s+/g, ' ').trim().slice(0, LONGEST) };
  }
  return undefined;
}

/** A text is cut after so many characters. */
const LONGEST = 300;

/** Longer lines are no prose. */
const MOST = 2000;

function admits(words: RegExp | undefined, line: string, above: string): boolean {
  if (!words || line.length > MOST || UNSAID.test(line)) return false;
  const match = words.exec(line);
  if (!match) return false;
  const end = match.index + match[0].length;
  const before = `${above.slice(-80)} ${line.slice(0, end).replace(/\S+$/, '')}`.slice(-200);
  return !REPAYS.test(before) && !REPAID.test(line.slice(end));
}
