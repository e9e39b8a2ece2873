import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { FakeIo } from '../cli/fake-io.ts';
import type { TestRepository } from '../rig/repository-of.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import { askedOn, type Asked } from './asked.ts';
import { DAYS, WEEK, type DayEnd, type DayName } from './story.ts';

/** What a command said: on the screen, on stderr, and as its document where it had one. */
export interface Said {
  readonly status: number;
  readonly text: string;
  readonly notes: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads whatever the document holds
  readonly document: any;
}

/** A repository that grows day by day, with one database. */
export interface Stage extends AsyncDisposable {
  readonly repository: TestRepository;
  /** Lets the days pass up to the end of this one. */
  goTo(day: DayName): Promise<void>;
  /** Runs a command in the evening of the day, else at the moment given. */
  say(argv: readonly string[], now?: string): Promise<Said>;
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
  return {
    repository,
    goTo: async (day) => {
      today = DAYS[day];
      await arrange(repository, today);
    },
    say: (argv, now = today.now) => runAt(repository.dir, argv, now),
    [Symbol.asyncDispose]: () => repository.dispose(),
  };
}

/** What was said in a week: for each day all that was asked, in order. */
export type Told = Readonly<Record<DayName, readonly Answered[]>>;

/** A question and its answer. */
export interface Answered extends Said {
  readonly asked: Asked;
}

/** Plays the week: each evening all commands, then what people write into their paper. */
export async function playWeek(stage: Stage): Promise<Told> {
  const told: Partial<Record<DayName, Answered[]>> = {};
  for (const day of Object.keys(DAYS) as DayName[]) {
    await stage.goTo(day);
    told[day] = [];
    for (const asked of askedOn(day)) told[day].push({ asked, ...(await sayOn(stage, asked)) });
    if (day === 'wednesday') writeInto(stage.repository, 'AGENDA.md');
  }
  return told as Told;
}

async function sayOn({ repository, say }: Stage, { argv, on }: Asked): Promise<Said> {
  if (on) await repository.git('checkout', '--quiet', on);
  const said = await say(argv.map((word) => word.replace('DIR', repository.dir)));
  if (on) await repository.git('checkout', '--quiet', 'main');
  return said;
}

/** The team decides on paper to delete the chart, and on the feed by a command. */
function writeInto({ dir }: TestRepository, name: string): void {
  const file = join(dir, name);
  const text = readFileSync(file, 'utf8');
  const decided = text.replace(/(TODO fake numbers.*\n.*\n {2}- decision: )( · owner: )/, '$1delete$2Cy');
  writeFileSync(file, decided.replace('# Agenda', 'Bring cake!\n\n# Agenda'));
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

/** Runs a command as on a terminal without colours; its document goes to a file beside. */
async function runAt(dir: string, argv: readonly string[], now: string): Promise<Said> {
  const io = new FakeIo(dir);
  Object.assign(io.env, { PATH: process.env['PATH'], HACKDEBT_NOW: now, NO_COLOR: '1' });
  const file = join(dir, '.git', 'told.json');
  await rm(file, { force: true });
  const status = await main([...argv, '--output', '-', '--output', `json=${file}`], io);
  const document: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return { status, text: io.stdout.text, notes: io.stderr.text, document };
}
