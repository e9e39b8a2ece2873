import * as read from './options.ts';
import { DECIDE } from './rows/decide.ts';
import { AGENDA } from './rows/agenda.ts';
import { CHECK } from './rows/check.ts';
import { INIT } from './rows/init.ts';
import { STANDUP } from './rows/standup.ts';
import { TREND } from './rows/trend.ts';
import { row, type CommandRow, type OptionRow } from './row.ts';
import { SQL } from './rows/sql.ts';

const ALLOW_SHALLOW: OptionRow = {
  flags: '--allow-shallow',
  about: 'go on with a cut history; dates at the cut say "not before"',
};

/** The commands, in the order of the help. The first one is what a bare `hackdebt` does. */
export const COMMANDS: readonly CommandRow[] = [
  row({
    name: 'scan',
    summary: "read what is new, record today's snapshot, say how things stand (default)",
    options: [
      { flags: '--rev <rev>', about: 'look at another revision than the tip of the line' },
      { flags: '--no-store', about: 'work in memory; write nothing' },
      ALLOW_SHALLOW,
    ],
    examples: [
      ['hackdebt', 'scan the repository you are in'],
      ['hackdebt scan -C ~/work/feed --json', 'another one, for a program'],
      ['hackdebt scan --rev v1.2.0 --no-store', 'an older state, leaving no trace'],
    ],
    formats: ['terminal', 'json'],
    read: read.readScanOptions,
    load: () => import('../commands/scan.ts'),
  }),
  row({
    name: 'list',
    summary: 'list hacks, most touched first',
    options: [
      { flags: '--status <status>', about: 'open (default), removed, merged or all', repeat: true },
      { flags: '--tag <tag>', about: 'only these tags: TODO,FIXME', repeat: true },
      { flags: '--kind <kind>', about: 'tag, phrase, macro or commit', repeat: true },
      { flags: '--author <name>', about: 'admitted by whom: a part of the name or email', repeat: true },
      { flags: '--owner <name>', about: 'whose they are', repeat: true },
      { flags: '--path <path>', about: 'only in this folder or glob', repeat: true },
      { flags: '--min-age <age>', about: 'at least this old: 30, 4w, 6m, 1y' },
      { flags: '--fate <fate>', about: 'refactored, deleted, swept or unclear', repeat: true },
      { flags: '--at <rev>', about: 'as of another revision' },
      { flags: '--sort <order>', about: 'touches (default), age, date or path' },
      { flags: '--limit <n>', about: 'show at most n (terminal: 30)' },
      ALLOW_SHALLOW,
    ],
    examples: [
      ['hackdebt list --tag FIXME --min-age 1y', 'the old ones that bite'],
      ['hackdebt list --fate swept', 'what went under the rug'],
      ['hackdebt list --at v1.2.0 --format vimgrep', 'as of a release, for an editor'],
    ],
    formats: ['terminal', 'json', 'vimgrep', 'csv', 'markdown', 'sarif', 'gitlab', 'rdjson'],
    read: read.readListOptions,
    load: () => import('../commands/list.ts'),
  }),
  row({
    name: 'show',
    summary: "tell one hack's life: every event, the lines, the proof of its fate",
    args: [['<hack>', 'an id, the beginning of one, or PATH:LINE']],
    options: [{ flags: '--explain', about: 'say of each match what was the same, and its score' }, ALLOW_SHALLOW],
    examples: [
      ['hackdebt show hd-3f9a2c1b', 'by the beginning of its id'],
      ['hackdebt show src/feed.ts:42', 'the one that stands there'],
    ],
    formats: ['terminal', 'json'],
    read: read.readShowOptions,
    load: () => import('../commands/show.ts'),
  }),
  row({
    name: 'report',
    summary: 'what became of what was admitted: refactored, deleted, swept, still there',
    options: [
      { flags: '--demo <rev>', about: 'the revision that was shown', conflicts: ['sprint', 'since'] },
      { flags: '--sprint <name>', about: 'another sprint: 2026-W47, or a date in it', conflicts: ['since'] },
      { flags: '--day <n>', about: 'what was recorded on that day of the sprint', conflicts: ['demo', 'since'] },
      { flags: '--since <rev-or-date>', about: 'what was open then, whatever the calendar' },
      { flags: '--path <path>', about: 'only in this folder or glob', repeat: true },
      { flags: '--all', about: 'list the older ones that were carried in, too' },
      ALLOW_SHALLOW,
    ],
    examples: [
      ['hackdebt report', 'since the last demo; without a calendar since the last tag'],
      ['hackdebt report --since 2026-11-01 --path src/', 'one folder since a date'],
      ['hackdebt report --sprint 2026-W47 --day 3', 'what was recorded that day, and what became of it'],
      ['hackdebt report --output markdown=REPORT.md', 'as a file'],
    ],
    formats: ['terminal', 'json', 'markdown', 'csv'],
    read: read.readReportOptions,
    load: () => import('../commands/report.ts'),
  }),
  AGENDA,
  CHECK,
  STANDUP,
  TREND,
  row({
    name: 'markers',
    summary: 'find markers in files; needs no repository and no database',
    args: [['[paths...]', 'files and folders; none: everything here']],
    options: [
      { flags: '--rev <rev>', about: 'read a revision instead of the disk', conflicts: ['stdin'] },
      { flags: '--stdin', about: 'read one text from standard input' },
      { flags: '--stdin-filename <file>', about: 'the name that tells its language' },
      { flags: '--include <glob>', about: 'search these although they are usually skipped', repeat: true },
      { flags: '--exclude <glob>', about: 'skip these', repeat: true },
    ],
    examples: [
      ['hackdebt markers src test', 'two folders'],
      ['hackdebt markers --rev HEAD~3 --format sarif', 'an older state, for code scanning'],
      ['cat feed.ts | hackdebt markers --stdin --stdin-filename feed.ts', 'one text'],
    ],
    formats: ['terminal', 'json', 'vimgrep', 'github', 'sarif', 'gitlab', 'rdjson', 'csv'],
    read: read.readMarkersOptions,
    load: () => import('../commands/markers.ts'),
  }),
  row({
    name: 'demo',
    summary: 'name the revision that was shown at the demo',
    args: [['[rev]', 'a commit, tag or branch; none: the current commit']],
    options: [{ flags: '--sprint <name>', about: 'of another sprint: 2026-W47, or a date in it' }],
    examples: [
      ['hackdebt demo', 'what is checked out was shown'],
      ['hackdebt demo demo-branch --sprint 2026-W47', "last week's, from a branch"],
    ],
    formats: ['terminal', 'json'],
    read: read.readDemoOptions,
    load: () => import('../commands/demo.ts'),
  }),
  DECIDE,
  SQL,
  INIT,
  row({
    name: 'doctor',
    summary: 'explain clone, line, database, git and configuration',
    options: [{ flags: '--rebuild', about: 'make a damaged or foreign database anew' }],
    examples: [['hackdebt doctor', 'say what is well and what is not']],
    formats: ['terminal', 'json'],
    read: read.readDoctorOptions,
    load: () => import('../commands/doctor.ts'),
  }),
];
