import type { AgendaFacts, QuestionName, Unused } from '../../model/agenda.ts';
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
        /\b(?:secur(?:e|ity)|insecure|passwords?|secrets?|(?:api|access|auth|bearer) (?:key|token)s?|auth(?:n|z|enticat\w+|ori[sz]\w+)?|permissions?|injection|xss|csrf|leaks?|race conditions?|data races?|crash(?:es|ed)?|data loss|production|before (?:the )?(?:release|launch|merge)|hard-?coded)\b/i,
        'speaks of',
      ),
  },
  {
    name: 'broken',
    weight: 5,
    question: 'ship',
    suggests: 'change',
    says: ({ tag, text }) =>
      /^(?:FIXME|BUG|XXX)$/.test(tag)
        ? `is a ${tag}`
        : firstWord(
            text,
            /\b(?:incorrect(?:ly)?|is wrong|broken|buggy|(?:doesn'?t|does not|not) work(?:ing)?)\b/i,
            'says',
          ),
  },
  {
    name: 'temporary',
    weight: 4,
    question: 'delete',
    suggests: 'delete',
    says: ({ text }) =>
      firstWord(
        text,
        /\b(?:fake[ds]?|mock(?:ed|s)?|dummy|stub(?:bed|s)?|temporary|temporarily (?:disabled?|skip\w*|comment\w*|hard-?cod\w*)|placeholders?|(?:can|to|should|must) be (?:removed|deleted|dropped)|(?:remove|delete|drop|get rid of) (?:this|these|that|it|me|in|when|once|after|as soon)|debug(?:ging)? (?:code|output|only|log\w*)|no longer (?:used|needed)|unused|dead code|obsolete)\b|^(?:remove|delete|drop)\b/i,
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
        /\b(?:quer(?:y|ies)|sql|(?:add|needs?|missing|no|wrong) (?:an? )?index(?:es)?|index(?:es)? (?:on|for)|database|db|mysql|postgres\w*|sqlite|mongo\w*|redis|cache[ds]?|memoi[sz]e[ds]?|n\+1|slow|performance|perf|optimi[sz]\w*|inefficient|o\(n)\b/i,
        'speaks of',
      ),
  },
  {
    name: 'busy',
    weight: 3,
    question: 'refactor',
    suggests: 'refactor',
    says: ({ touches }, { people }) => (touches >= OFTEN ? `touched ${touches}x${sayPeople(people)}` : null),
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
    suggests: 'change',
    says: ({ stale }) => (stale ? 'its code was rewritten since: is it still true?' : null),
  },
  {
    name: 'provisional',
    weight: 2,
    question: 'refactor',
    suggests: 'refactor',
    says: ({ text }) =>
      firstWord(text, /\b(?:for now|for the time being|until (?:we|then|there)|quick fix|good enough)\b/i, 'says'),
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
  {
    name: 'unused',
    weight: 1,
    question: 'delete',
    suggests: 'delete',
    says: ({ enclosing }, { isUsed, unused }) =>
      isUsed === false ? `unused${saySince(unused)}? nothing else names ${enclosing ?? 'it'}` : null,
  },
];

function saySince(unused: Unused | null): string {
  if (unused === null) return '';
  const { date, how } = unused;
  switch (how) {
    case 'lost':
      return ` since ${date}`;
    case 'came':
      return ` since it came on ${date}`;
    case 'before':
      return ` since ${date} or before`;
    default:
      return how satisfies never;
  }
}

function sayPeople(people: number | null): string {
  return people === null || people < 2 ? '' : ` by ${people} people`;
}

function firstWord(text: string, words: RegExp, said: string): string | null {
  // The words of an address are somebody else's.
  const [word] = words.exec(text.replace(/\bhttps?:\/\/\S+/g, '')) ?? [];
  return word === undefined ? null : `${said} "${word.toLowerCase()}"`;
}
