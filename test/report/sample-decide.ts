import { CHECK } from './sample-check.ts';
import type { DecideReport, DecisionFact } from '../../src/model/decision.ts';
import type { CommitOid, RepoPath } from '../../src/model/git.ts';
import type { InitReport } from '../../src/model/init.ts';
import type { Report } from '../../src/model/report.ts';
import type { CalendarDate, ClockTime } from '../../src/model/sprint.ts';
import type { HackId } from '../../src/model/hack.ts';

/** A decision to talk to MySQL by Friday. */
export const DECISION: DecisionFact = {
  kind: 'decision',
  id: 'hd-3f9a2c1b77e0a4d2' as HackId,
  decision: 'refactor',
  owner: 'johnny',
  note: 'after the demo',
  until: '2026-11-20',
  date: '2026-11-18T14:00:00+01:00',
  text: "don't do this, talk to MySQL",
  path: 'src/feed.ts' as RepoPath,
  introduced: 'a'.repeat(40) as CommitOid,
};

/** What `decide` says of it. */
export const DECIDED: DecideReport = {
  schema: 'hackdebt.decide/1',
  repository: 'feed',
  line: 'main',
  at: null,
  ruleset: '0123456789abcdef',
  decided: [DECISION],
  file: 'hackdebt.decisions.jsonl',
  changed: true,
};

/** What `init` says of a team that begins. */
const BEGUN: InitReport = {
  schema: 'hackdebt.init/1',
  repository: 'feed',
  files: [{ path: 'hackdebt.config.json', state: 'written' }],
  sprint: {
    start: 'monday',
    days: 5,
    demoDay: 2,
    demoTime: null,
    dayEnds: '04:00' as ClockTime,
    timezone: 'UTC',
    daysOff: ['saturday', '2026-12-24' as CalendarDate],
    demoTag: 'demo-*',
  },
  advice: ['git add hackdebt.config.json, and commit'],
};

/** Documents of beginning, deciding and gating. */
export const DECISION_SAMPLES: readonly Report[] = [CHECK, DECIDED, BEGUN];
