import type { ChangedHack, CheckReport } from '../../src/model/check.ts';
import type { CommitOid, RepoPath } from '../../src/model/git.ts';

const TODO: ChangedHack = {
  change: 'new',
  id: null,
  fingerprint: 'v1:0123456789abcdef0123456789abcdef',
  kind: 'tag',
  tag: 'TODO',
  text: "don't do this, talk to MySQL",
  owner: 'johnny',
  issues: ['#12'],
  due: null,
  path: 'src/feed.ts' as RepoPath,
  line: 42,
  column: 6,
  endLine: 43,
  enclosing: 'fetchFeed',
  before: null,
  removal: null,
};

const SWEPT: ChangedHack = {
  ...TODO,
  change: 'removed',
  tag: 'FIXME',
  text: 'sort by plays',
  path: 'src/chart.ts' as RepoPath,
  removal: { kind: 'comment-only', extent: 'none', fate: 'swept', confidence: 0.9 },
};

const MOVED: ChangedHack = {
  ...TODO,
  change: 'moved',
  text: 'cache this',
  before: { path: 'src/old.ts' as RepoPath, line: 7, column: 4, endLine: 7, tag: 'TODO', text: 'cache this' },
};

/** A branch that admitted one, swept one and moved one, under a rule against sweeping. */
export const CHECK: CheckReport = {
  schema: 'hackdebt.check/1',
  repository: 'feed',
  asOf: '2026-11-18T13:00:00.000Z',
  verdict: 'failed',
  base: { name: 'origin/main', commit: 'a'.repeat(40) as CommitOid, foundBy: 'GITHUB_BASE_REF' },
  head: { name: 'HEAD', commit: 'b'.repeat(40) as CommitOid },
  baseline: null,
  ruleset: '0123456789abcdef',
  counts: {
    new: 1,
    removed: 1,
    moved: 1,
    reworded: 0,
    reopened: 0,
    paid: 0,
    swept: 1,
    unclear: 0,
    open: null,
    files: 3,
    skipped: 0,
    kept: 0,
  },
  changes: [TODO, SWEPT, MOVED],
  findings: [
    {
      rule: 'noSwept',
      level: 'error',
      message: 'swept: the comment is gone, the code is as it was',
      advice: 'Bring the comment back, or change the code it speaks of.',
      hack: SWEPT,
      allowed: null,
    },
  ],
  policy: { file: 'hackdebt.config.json', from: 'base', rules: ['noSwept'], changed: [] },
  unsound: [],
  remote: 'https://example.org/feed.git',
  command: `check --base ${'a'.repeat(40)}`,
};
