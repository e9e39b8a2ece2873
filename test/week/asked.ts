import type { DayName } from './story.ts';

/** A command line that is asked on a day. */
export interface Asked {
  readonly argv: readonly string[];
  /** Default 0. */
  readonly exit?: 1 | 2;
  /** The branch that is checked out then; default main. */
  readonly on?: 'demo';
}

/** The hack that Bo admitted on the demo's branch, with his agent. */
export const FEED = 'hd-cded801eecf5a1a7';

const SNAPSHOTS = "SELECT day, open_hacks, origin FROM snapshots WHERE kind = 'day' ORDER BY day";

/** What is asked every day alike, before and after what is the day's own. */
const FIRST = ['scan', 'list', 'list --kind commit', 'markers', 'report'].map((line) => ask(line));
const LAST = [
  ask('standup'),
  ask('trend'),
  ask('sql @debut'),
  { argv: ['sql', SNAPSHOTS] },
  ask('init', 2),
  ask('doctor'),
];

/** From day 3 on the paper is a file that the team writes into. Relative to where the tests run, so the folder is named. */
const PAPER = ask('agenda --out DIR/AGENDA.md');

/** What is asked on one day only, or differently each day. */
const OWN: Readonly<Record<DayName, readonly Asked[]>> = {
  monday: [
    ask('agenda'),
    ask('check --base HEAD~2'),
    ask(`show ${FEED}`, 2),
    ask('demo demo', 2),
    ask('decide feed.js:2 refactor', 2),
  ],
  tuesday: [
    ask('agenda'),
    { ...ask('check --base main'), on: 'demo' },
    ask(`show ${FEED}`),
    ask('decide --before 2026-10-01 keep', 2),
    ask('demo demo'),
  ],
  wednesday: [
    PAPER,
    ask('check --base HEAD~1 --no-swept', 1),
    ask(`show ${FEED}`),
    ask('demo demo'),
    ask('decide feed.js:2 refactor --owner bo'),
    ask('decide vinyl.js:2 keep'),
  ],
  thursday: [
    PAPER,
    ask('check --base HEAD~3 --no-swept'),
    ask(`show ${FEED}`),
    ask('demo demo', 2),
    ask('decide feed.js:2 refactor --owner bo'),
  ],
  friday: [
    PAPER,
    ask('check --base HEAD~1 --no-swept'),
    ask(`show ${FEED}`),
    ask('demo demo', 2),
    ask(`decide ${FEED} delete`, 2),
  ],
  weekend: [
    PAPER,
    ask('check --base HEAD~2 --max-new 1', 1),
    ask(`show ${FEED}`),
    ask('demo demo', 2),
    ask('decide --before 2026-10-25 --path audio keep --note amnesty'),
  ],
};

/** All that is asked in the evening of a day, in order. */
export function askedOn(day: DayName): readonly Asked[] {
  return [...FIRST, ...OWN[day], ...LAST];
}

/** The name of a command line's command. */
export function commandOf({ argv }: Asked): string {
  return argv[0] ?? '';
}

/** One word for each blank. */
function ask(line: string, exit?: 1 | 2): Asked {
  return { argv: line.split(' '), ...(exit && { exit }) };
}
