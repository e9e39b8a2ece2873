import type { Decision, DecisionSummary } from './decision.ts';
import type { CommitOid } from './git.ts';
import type { Hack, HackId } from './hack.ts';
import type { CommitRef, Head } from './head.ts';
import type { Window } from './outcome.ts';

/** The questions of day 3. */
export type QuestionName = 'ship' | 'queries' | 'refactor' | 'delete' | 'embarrassing' | 'test';

/**
 * Since when nothing names a definition: the day (`2026-11-18`) on which it lost its last use or came without one, or, `before`, one on
 * which it had none already.
 */
export interface Unused {
  readonly date: string;
  readonly how: 'lost' | 'came' | 'before';
}

/** What can be seen of a hack from outside its text. */
export interface AgendaFacts {
  /** Files in which an open hack says the same. */
  readonly files: number;
  /** Whether a test names the definition around it; null where that is not known: it has no name, or there are too many tests. */
  readonly isTested: boolean | null;
  /** Whether anything beside the definition itself names it; null where that is not known. */
  readonly isUsed: boolean | null;
  /** Since when nothing does; null where that is not known, or something does. */
  readonly unused: Unused | null;
  /** How many people changed its file since, who admitted it included; null where that is not known. */
  readonly people: number | null;
  /** Its own, a decision's, or who admitted it as the configuration names people; null: nobody is named. */
  readonly ask: string | null;
  /** Whether a program wrote it for somebody. */
  readonly byAgent: boolean;
}

/** A hack on the table. `decision`, owner and note are for people to fill in. */
export interface AgendaItem {
  readonly hack: Hack;
  readonly question: QuestionName;
  readonly suggested: Decision;
  /** Why, in the order of weight: `says "don't do this"`, `touched 9x`. */
  readonly reasons: readonly string[];
  readonly score: number;
  readonly ask: string | null;
  /** What was decided already. */
  readonly decided: Decision | null;
}

/** Something that one of the team should explain to the others. */
export interface Explanation {
  readonly id: HackId;
  readonly path: string;
  readonly line: number;
  readonly why: 'only one touched it' | 'an agent wrote it';
  readonly who: string | null;
}

/** How fast hacks were paid, and what that means for those on the table. */
export interface Pace {
  /** Paid in each of the last four weeks, oldest first. */
  readonly weeks: readonly number[];
  /** How many of the table will see next Monday at the median of these weeks. */
  readonly left: number;
}

/** The agenda file says another thing than the decisions file. */
export interface Difference {
  readonly id: HackId;
  /** Who does it is only compared where both decided alike. */
  readonly what: 'decision' | 'owner';
  readonly agenda: string;
  readonly decided: string;
}

/** `hackdebt agenda`: the paper for day 3. */
export interface AgendaReport extends Head {
  readonly schema: 'hackdebt.agenda/1';
  readonly asOf: string;
  readonly window: Window;
  readonly counts: {
    /** Admitted in the window's time, and of these gone already. */
    readonly admitted: number;
    readonly gone: number;
    readonly table: number;
    readonly older: number;
    /** Left out because a decision keeps them. */
    readonly kept: number;
  };
  /** The commit message that admits the most. */
  readonly quote: CommitRef | null;
  /** What was decided before; null: nothing. */
  readonly promises: DecisionSummary | null;
  /** By rank; the first `detailed` of them are told in full. */
  readonly items: readonly AgendaItem[];
  readonly detailed: number;
  readonly explain: readonly Explanation[];
  readonly pace: Pace;
  readonly differences: readonly Difference[];
  /** Of hacks in an agenda file that are not on the table any more: what ended them. */
  readonly ended: readonly { readonly id: HackId; readonly said: string; readonly commit: CommitOid | null }[];
}

/** `hackdebt agenda` */
export interface AgendaOptions {
  readonly minutes: number;
  /** The living file as typed, or null. */
  readonly out: string | null;
  readonly sprint: string | null;
  readonly paths: readonly string[];
  readonly allowShallow: boolean;
}
