import type { ChangedHack, CheckedPlace, FindingLevel, Rule, RuleName } from '../model/check.ts';

/** What came and went since a demo. */
export interface SinceDemo {
  readonly new: readonly Keepable[];
  readonly removed: readonly Keepable[];
}

/** What a decision to keep is about: two trees know a hack by path and text alone. */
export type Keepable = Pick<ChangedHack, 'path' | 'text'>;

/** What the rules go by. */
export interface GateFacts {
  readonly changes: readonly ChangedHack[];
  /** All hacks open at the head, in the form of changes; null unless a rule needs them. */
  readonly open: readonly OpenAtHead[] | null;
  /** What a rule's own calendar says; null unless it needs it and there was a demo. */
  readonly sinceDemo: SinceDemo | null;
  /** Entries of a baseline whose hack is gone; none where the base's tree is known. */
  readonly stale: readonly Keepable[];
  /** Whether a decision keeps it: then it counts neither as come nor as gone, and rules on age do not speak of it. */
  isKept(hack: Keepable): boolean;
  /** Today, `2026-11-17`. */
  readonly today: string;
}

/** How long ago a hack was introduced. */
export interface Age {
  readonly days: number;
  /** It was there already where the history is cut, and may be older. */
  readonly isAtLeast: boolean;
}

/** A hack of the head's tree. */
export interface OpenAtHead extends CheckedPlace, Pick<ChangedHack, 'tag' | 'text' | 'due' | 'fingerprint' | 'kind'> {
  /** Null where history does not tell. */
  readonly age: Age | null;
  /** A decision keeps it: rules on age do not speak of it. */
  readonly isKept: boolean;
  readonly asChange: ChangedHack;
}

/** What a rule objects to. */
export interface Objection {
  readonly hack: ChangedHack | null;
  readonly message: string;
}

/** What a rule needs beside the two trees' difference. */
export type Need = 'tree' | 'demo' | 'history';

/** A rule's row: its level unless told otherwise, what it needs, and what it objects to. */
export interface RuleRow<Of extends Rule> {
  readonly level: FindingLevel;
  /** What to do about it. */
  readonly advice: string;
  needs(rule: Of): readonly Need[];
  judge(rule: Of, facts: GateFacts): readonly Objection[];
}

/** Every rule of the gate; all are off until a configuration or a flag names them. */
export const RULES: { readonly [Name in RuleName]: RuleRow<Extract<Rule, { name: Name }>> } = {
  maxNew: {
    level: 'error',
    advice: 'Pay one of them, or raise maxNew: a shortcut that is not admitted is worse.',
    needs: () => [],
    judge: ({ max }, facts) => {
      const fresh = freshIn(facts);
      return fresh.length > max ? [{ hack: null, message: `${sayFresh(fresh)}, at most ${max} allowed` }] : [];
    },
  },
  maxOpen: {
    level: 'error',
    advice: 'Pay one back before the next is admitted.',
    needs: () => ['tree'],
    judge: ({ max }, { open }) => {
      const count = open?.length ?? 0;
      return count > max ? [{ hack: null, message: `${hacks(count)} open, at most ${max} allowed` }] : [];
    },
  },
  ratchet: {
    level: 'error',
    advice: 'Pay back as many as you admit.',
    needs: ({ against }) => (against === 'demo' ? ['demo'] : []),
    judge: ({ against }, facts) => {
      const counts = against === 'demo' ? countSince(facts) : branchCounts(facts);
      if (!counts || counts.new <= counts.removed) return [];
      const more = `${hacks(counts.new)} new and ${counts.removed} gone`;
      return [{ hack: null, message: `${more}: ${counts.new - counts.removed} more than at the ${against}` }];
    },
  },
  noSwept: {
    level: 'error',
    advice: 'Bring the comment back, or change the code it speaks of.',
    needs: () => [],
    judge: (_, { changes }) =>
      changes
        .filter(({ removal }) => removal?.fate === 'swept')
        .map((hack) => ({ hack, message: 'swept: the comment is gone, the code is as it was' })),
  },
  forbid: {
    level: 'error',
    advice: 'Do what it says now, or admit it in other words.',
    needs: () => [],
    judge: ({ words }, facts) =>
      freshIn(facts).flatMap((hack) => {
        const word = words.find((candidate) => speaks(hack, candidate));
        return word === undefined ? [] : [{ hack, message: `"${word}" is forbidden here` }];
      }),
  },
  needIssue: {
    level: 'error',
    advice: 'Name the issue: TODO(#123) or a link to it.',
    needs: () => [],
    judge: (_, facts) =>
      freshIn(facts)
        .filter(({ issues }) => issues.length === 0)
        .map((hack) => ({ hack, message: 'names no issue' })),
  },
  needOwner: {
    level: 'error',
    advice: 'Say whose it is: TODO(anna) or TODO @team.',
    needs: () => [],
    judge: (_, facts) =>
      freshIn(facts)
        .filter(({ owner }) => owner === null)
        .map((hack) => ({ hack, message: 'names no owner' })),
  },
  maxAge: {
    level: 'warning',
    advice: 'Pay it back, or decide to keep it.',
    needs: () => ['tree', 'history'],
    judge: ({ max }, { open }) =>
      (open ?? []).flatMap(({ age, isKept, asChange }) =>
        !isKept && age !== null && age.days > max
          ? [{ hack: asChange, message: `${sayAge(age)} old, at most ${max} allowed` }]
          : [],
      ),
  },
  dueDates: {
    level: 'warning',
    advice: 'Pay it back, or give it another date.',
    needs: () => ['tree'],
    judge: (_, { open, today }) =>
      (open ?? []).flatMap(({ due, isKept, asChange }) =>
        !isKept && due !== null && due < today ? [{ hack: asChange, message: `was due on ${due}` }] : [],
      ),
  },
};

/**
 * Admissions that this branch made: new ones, and those it brought back. Both count alike, as two trees cannot tell them apart: a gate says
 * the same wherever it runs.
 */
function freshIn({ changes }: GateFacts): ChangedHack[] {
  return changes.filter(({ change }) => change === 'new' || change === 'reopened');
}

function branchCounts(facts: GateFacts): { new: number; removed: number } {
  const removed = facts.changes.filter(({ change }) => change === 'removed');
  return { new: countUnkept(freshIn(facts), facts), removed: countUnkept([...removed, ...facts.stale], facts) };
}

function countSince(facts: GateFacts): { new: number; removed: number } | null {
  const { sinceDemo } = facts;
  return sinceDemo && { new: countUnkept(sinceDemo.new, facts), removed: countUnkept(sinceDemo.removed, facts) };
}

function countUnkept(places: readonly Keepable[], { isKept }: GateFacts): number {
  return places.filter((place) => !isKept(place)).length;
}

/** A tag as a whole, or words of the text in any case. */
function speaks({ tag, text }: ChangedHack, word: string): boolean {
  const wanted = plain(word);
  return plain(tag) === wanted || ` ${plain(text)} `.includes(` ${wanted} `);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** `2 hacks new`, `2 hacks new (1 of them back again)` */
function sayFresh(fresh: readonly ChangedHack[]): string {
  const back = fresh.filter(({ change }) => change === 'reopened').length;
  return `${hacks(fresh.length)} new${back > 0 ? ` (${back} of them back again)` : ''}`;
}

/** `400 days`, `at least 400 days` */
function sayAge({ days, isAtLeast }: Age): string {
  return `${isAtLeast ? 'at least ' : ''}${Math.floor(days)} days`;
}

function hacks(count: number): string {
  return count === 1 ? '1 hack' : `${count} hacks`;
}
