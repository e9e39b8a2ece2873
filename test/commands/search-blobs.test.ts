import assert from 'node:assert/strict';
import process from 'node:process';
import { after, before, test } from 'node:test';
import type { BlobAtPath } from '../../src/commands/mining/blob-list.ts';
import type { CrewPlan } from '../../src/commands/mining/labour/crew.ts';
import { openWorkforce } from '../../src/commands/mining/labour/workforce.ts';
import type { TakeSights } from '../../src/commands/mining/search-blobs.ts';
import { searchBlobs } from '../../src/commands/mining/search-blobs.ts';
import { UnsoundError } from '../../src/errors.ts';
import { openRepository } from '../../src/git/repository.ts';
import { languageKey } from '../../src/markers/languages/lookup.ts';
import { DEFAULT_RULESET } from '../../src/markers/ruleset.ts';
import type { BlobOid, RepoPath } from '../../src/model/git.ts';
import type { TestRepository } from '../rig/repository-of.ts';
import { repositoryOf } from '../rig/repository-of.ts';

const DAYS = 320;
const PATHS = ['soup.c', 'bread.ts', 'menu.md'];

let kitchen: TestRepository;
let list: readonly BlobAtPath[];

before(async () => {
  kitchen = await repositoryOf(
    Array.from({ length: DAYS }, (_, day) => ({
      name: `day ${day}`,
      files: Object.fromEntries(PATHS.map((path) => [path, recipe(path, day)])),
    })),
    { bare: true },
  );
  const raw = await kitchen.git('log', '--format=', '--raw', '--no-abbrev', 'main');
  list = raw
    .split('\n')
    .map((line) => /^:\S+ \S+ \S+ (\S+) \S\t(.*)$/.exec(line))
    .map((match) => ({ blob: match?.[1] as BlobOid, path: match?.[2] as RepoPath }))
    .map((at) => ({ ...at, language: languageKey(at.path) }))
    .toSorted((one, other) => (one.path < other.path ? -1 : Number(one.path > other.path)));
});

after(() => kitchen.dispose());

function recipe(path: string, day: number): string {
  const step = (n: number): string =>
    n % 7 === day % 7 ? `// TODO: weigh step ${n}, again\n` : `stir(${n}, "${path}");\n`;
  return `void cook(int day) {\n${Array.from({ length: 20 + (day % 30) }, (_, n) => step(n)).join('')}}\n`;
}

async function planOf(jobs: number, signal = new AbortController().signal): Promise<CrewPlan> {
  const env = { PATH: process.env['PATH'] ?? '' };
  const repository = await openRepository(kitchen.dir, { env });
  return { repository, ruleset: DEFAULT_RULESET, jobs, env, nodeVersion: process.versions.node, signal };
}

/** In threads, if there is more than one job. */
async function search(blobs: readonly BlobAtPath[], plan: CrewPlan, take: TakeSights): Promise<void> {
  const workforce = openWorkforce(plan);
  try {
    workforce.expectMuch();
    await searchBlobs(blobs, workforce, take);
  } finally {
    await workforce.close();
  }
}

async function rowsOf(jobs: number): Promise<string[]> {
  const rows: string[] = [];
  const plan = await planOf(jobs);
  await search(list, plan, (sights, { blob, path }) => void rows.push(JSON.stringify([blob, path, sights])));
  return rows;
}

test('no thread, two and three hand on the same in the same order', async () => {
  const [none, two, three] = [await rowsOf(1), await rowsOf(2), await rowsOf(3)];
  assert.equal(none.length, DAYS * PATHS.length);
  assert.ok(none.some((row) => row.includes('weigh step')));
  assert.deepEqual(two, none);
  assert.deepEqual(three, none);
});

test('a blob that is missing ends the search with the error of the git room', async () => {
  const broken = list.with(700, { ...(list[0] as BlobAtPath), blob: '0'.repeat(40) as BlobOid });
  const plan = await planOf(2);
  await assert.rejects(
    search(broken, plan, () => undefined),
    (error) => error instanceof UnsoundError && /is missing/.test(error.message),
  );
});

test('a thread that cannot work ends the search, not the program', async () => {
  const plan = await planOf(2);
  const broken = { ...plan, ruleset: { ...DEFAULT_RULESET, tags: null as unknown as [] } };
  await assert.rejects(
    search(list, broken, () => undefined),
    /^Error: Cannot read properties of null/,
  );
});

test('who asks to stop is answered at once, with the reason given', async () => {
  const controller = new AbortController();
  const plan = await planOf(2, controller.signal);
  const reason = new Error('enough');
  let taken = 0;
  const long = Array.from({ length: 10 }, () => list).flat();
  const slow = search(long, plan, () => {
    taken += 1;
    controller.abort(reason);
  });
  await assert.rejects(slow, reason);
  assert.ok(taken < long.length);
});
