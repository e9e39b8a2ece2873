import assert from 'node:assert/strict';
import { main } from '../../src/cli/main.ts';
import { FakeIo } from '../cli/fake-io.ts';
import type { TestRepository } from '../rig/repository-of.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import { DAYS, WEEK, type DayEnd, type DayName } from './story.ts';

/** What a command printed. */
export interface Said {
  readonly status: number;
  readonly text: string;
  readonly notes: string;
}

/** A repository that grows day by day, with one database. */
export interface Stage extends AsyncDisposable {
  readonly repository: TestRepository;
  /** Lets the days pass up to the end of this one. */
  goTo(day: DayName): Promise<void>;
  /** Runs a command in the evening of the day, else at the moment given; one word for each blank. */
  say(argv: string | readonly string[], now?: string): Promise<Said>;
  /** The same, as its JSON document. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the document holds
  read(argv: string | readonly string[], now?: string): Promise<any>;
}

/** Commits that are still ahead hang on a ref where nobody looks, so that collecting garbage leaves them. */
const AHEAD = 'refs/ahead/main';

/** Sets the stage on the day before the week; nobody has looked yet. */
export async function setStage(): Promise<Stage> {
  const repository = await repositoryOf(WEEK);
  await repository.git('update-ref', AHEAD, 'main');
  await repository.git('update-ref', 'refs/ahead/demo', 'demo');
  await repository.git('branch', '--quiet', '-D', 'demo');
  await repository.git('reset', '--quiet', '--hard', repository.oidOf('before'));
  let today: DayEnd = { main: 'before', demo: null, now: '2026-10-19T06:00:00Z' };
  const say: Stage['say'] = (argv, now = today.now) => runAt(repository.dir, wordsOf(argv), now);
  return {
    repository,
    goTo: async (day) => {
      today = DAYS[day];
      await arrange(repository, today);
    },
    say,
    read: async (argv, now) => {
      const { status, text, notes } = await say([...wordsOf(argv), '--json'], now);
      assert.equal(status, 0, notes);
      return JSON.parse(text) as unknown;
    },
    [Symbol.asyncDispose]: () => repository.dispose(),
  };
}

function wordsOf(argv: string | readonly string[]): readonly string[] {
  return typeof argv === 'string' ? argv.split(' ') : argv;
}

async function arrange(repository: TestRepository, { main: tip, demo }: DayEnd): Promise<void> {
  await repository.git('reset', '--quiet', '--hard', repository.oidOf(tip));
  if (demo !== null) {
    await repository.git('update-ref', 'refs/heads/demo', repository.oidOf(demo));
    return;
  }
  const branches = await repository.git('for-each-ref', '--format=%(refname)', 'refs/heads/demo', 'refs/ahead/demo');
  if (tip !== 'drop' || branches === '') return;
  for (const ref of branches.split('\n')) await repository.git('update-ref', '-d', ref);
  await repository.git('reflog', 'expire', '--expire=now', '--all');
  await repository.git('gc', '--quiet', '--prune=now');
}

async function runAt(dir: string, argv: readonly string[], now: string): Promise<Said> {
  const io = new FakeIo(dir);
  Object.assign(io.env, { PATH: process.env['PATH'], HACKDEBT_NOW: now, NO_COLOR: '1' });
  const status = await main(argv, io);
  return { status, text: io.stdout.text, notes: io.stderr.text };
}
