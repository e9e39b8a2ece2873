import type { AgendaFacts, QuestionName } from '../../model/agenda.ts';
import type { Decision } from '../../model/decision.ts';
import type { Hack } from '../../model/hack.ts';

/** One thing that brings a hack up. `says` gives the reason in words, or null where it does not fire. */
export interface Reason {
  readonly name: string;
  readonly weight: number;
  readonly question: QuestionName;
  readonly suggests: Decision;
  says(hack: Hack, facts: AgendaFacts): string | null;
}

/** From so many changes of its file on, a hack stands in everybody's way. */
const OFTEN = 3;

/** All reasons; the order decides between equal weights. Words are those that admissions use. */
export const REASONS: readonly Reason[] = [
  {
    name: 'forbidden',
    weight: 8,
    question: 'ship',
    suggests: 'change',
    says: ({ tag, text }) =>
      /\b(?:don'?t|do not|never) (?:do|ship|merge|use|commit|deploy) (?:this|that|it)\b/i.test(`${tag} ${text}`)
        ? `says "don't do this"`
        : null,
  },
  {
    name: 'unsafe',
    weight: 6,
    question: 'ship',
    suggests: 'change',
    says: ({ text }) =>
      firstWord(
        text,
        /\b(?:secur\w*|password|secret|token|auth\w*|permission|inject\w*|xss|csrf|leak\w*|race|crash\w*|data loss|production|before (?:the )?release|hard-?coded)\b/i,
        'speaks of',
      ),
  },
  {
    name: 'broken',
    weight: 5,
    question: 'ship',
    suggests: 'change',
    says: ({ tag }) => (/^(?:FIXME|BUG|XXX)$/.test(tag) ? `is a ${tag}` : null),
  },
  {
    name: 'temporary',
    weight: 4,
    question: 'delete',
    suggests: 'delete',
    says: ({ text }) =>
      firstWord(
        text,
        /\b(?:fake|mock(?:ed)?|dummy|stub(?:bed)?|temporar\w+|temp|for now|placeholder|debug\w*|remove|delete|drop|legacy|deprecated|no longer|unused|once .{3,40} (?:is|are|has|lands|ships))\b/i,
        'fake or temporary by its words:',
      ),
  },
  {
    name: 'data',
    weight: 4,
    question: 'queries',
    suggests: 'change',
    says: ({ text }) =>
      firstWord(
        text,
        /\b(?:quer(?:y|ies)|sql|index(?:es)?|database|db|mysql|postgres\w*|sqlite|mongo\w*|redis|cach\w+|n\+1|slow|perf\w*|optimi[sz]\w*|inefficient|memory|o\(n)\b/i,
        'speaks of',
      ),
  },
  {
    name: 'busy',
    weight: 3,
    question: 'refactor',
    suggests: 'refactor',
    says: ({ touches }) => (touches >= OFTEN ? `its file changed ${touches}x under it` : null),
  },
  {
    name: 'copied',
    weight: 3,
    question: 'refactor',
    suggests: 'refactor',
    says: (_, { files }) => (files > 1 ? `copied in ${files} files` : null),
  },
  {
    name: 'stale',
    weight: 3,
    question: 'refactor',
    suggests: 'delete',
    says: ({ stale }) => (stale ? 'its code was rewritten, the admission stayed' : null),
  },
  {
    name: 'tests',
    weight: 2,
    question: 'test',
    suggests: 'change',
    says: ({ text }) => firstWord(text, /\b(?:untested|flaky|tests?|testing|coverage|specs?)\b/i, 'speaks of'),
  },
  {
    name: 'untested',
    weight: 1,
    question: 'test',
    suggests: 'refactor',
    says: ({ enclosing }, { isTested }) => (isTested === false ? `no test names ${enclosing ?? 'it'}` : null),
  },
  {
    name: 'ugly',
    weight: 1,
    question: 'embarrassing',
    suggests: 'refactor',
    says: ({ text, tag }) =>
      firstWord(
        `${tag} ${text}`,
        /\b(?:hack\w*|ugly|stupid|sorry|shame\w*|dirty|horrible|terrible|awful|gross|wtf|magic|kludge|workaround|silly|weird)\b/i,
        'says',
      ),
  },
];

function firstWord(text: string, words: RegExp, said: string): string | null {
  // The words of an address are somebody else's.
  const [word] = words.exec(text.replace(/\bhttps?:\/\/\S+/g, '')) ?? [];
  return word === undefined ? null : `${said} "${word.toLowerCase()}"`;
}
