import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch, TODO_FEED, type CheckRun } from './check-branch.ts';
import { folderOf } from './temporary-folder.ts';

const STORY: Story = [
  { name: 'base', files: { 'feed.js': TODO_FEED, 'other.js': '// XXX ours\n' } },
  {
    name: 'work',
    on: 'topic',
    parents: ['base'],
    files: { 'feed.js': `${TODO_FEED}// FIXME sort\n`, 'new.js': '// HACK\n' },
  },
];
const KEY = { HACKDEBT_CACHE_KEY: 'a secret of the team' };

/** The flags of a check that looks at both trees as a whole, so that all of the cache is asked for. */
function flags(cache: string): string[] {
  return ['--base', 'main', '--max-open', '99', '--cache', cache, '--json'];
}

/** The branch, a cache that a first run filled, and the answer without any cache. */
async function prepare(context: TestContext): Promise<{ repository: TestRepository; cache: string; answer: unknown }> {
  const repository = await repositoryOf(STORY, { head: 'topic' });
  context.after(() => repository.dispose());
  const cache = join(folderOf(context), 'made', 'for', 'it');
  const first = await checkBranch(repository, flags(cache), KEY);
  assert.deepEqual([first.status, first.stderr], [0, '']);
  const { report } = await checkBranch(repository, ['--base', 'main', '--max-open', '99', '--json'], KEY);
  return { repository, cache, answer: told({ report }) };
}

/** What a check says, but for the time. */
function told({ report }: Pick<CheckRun, 'report'>): unknown {
  return { ...report, asOf: null };
}

function fileIn(cache: string): string {
  const [name, ...others] = readdirSync(cache);
  assert.deepEqual(others, []);
  return join(cache, name ?? assert.fail('nothing is cached'));
}

test('a cache that was filled is read, and gives the same answer', async (context) => {
  const { repository, cache, answer } = await prepare(context);
  const before = readFileSync(fileIn(cache));
  const run = await checkBranch(repository, flags(cache), KEY);
  assert.deepEqual([told(run), run.stderr], [answer, '']);
  assert.deepEqual(readFileSync(fileIn(cache)), before);
});

/** What may become of a cache on its way from one run to the next. */
const HARM: readonly (readonly [what: string, harm: (text: string) => string])[] = [
  ['empty', () => ''],
  ['cut', (text) => text.slice(0, -7)],
  ['cut after a line', (text) => text.split('\n').slice(0, 2).join('\n') + '\n'],
  ['changed in one word', (text) => text.replace('FIXME', 'XFIXM')],
  ['robbed of what it found', (text) => text.replaceAll(/,\[\{.*\}\]\]/g, ',[]]')],
  ['no text', () => '\0\xff\n\n'],
];
for (const [what, harm] of HARM) {
  test(`a cache that is ${what} counts for nothing and is made anew`, async (context) => {
    const { repository, cache, answer } = await prepare(context);
    const whole = readFileSync(fileIn(cache), 'utf8');
    assert.notEqual(harm(whole), whole);
    writeFileSync(fileIn(cache), harm(whole));
    const run = await checkBranch(repository, flags(cache), KEY);
    assert.deepEqual(told(run), answer);
    assert.match(run.stderr, /passed over/);
    assert.equal(readFileSync(fileIn(cache), 'utf8'), whole);
  });
}

test('a cache that somebody without the key has made says nothing', async (context) => {
  const { repository, cache, answer } = await prepare(context);
  const forged = join(folderOf(context), 'forged');
  await checkBranch(repository, flags(forged), { HACKDEBT_CACHE_KEY: 'a guess' });
  writeFileSync(fileIn(cache), readFileSync(fileIn(forged)));
  const run = await checkBranch(repository, flags(cache), KEY);
  assert.deepEqual(told(run), answer);
  assert.match(run.stderr, /another key/);
});

test('a cache of other rules is not asked', async (context) => {
  const { repository, cache } = await prepare(context);
  const config = join(folderOf(context, { 'c.json': '{"tags":["XXX"]}' }), 'c.json');
  const run = await checkBranch(repository, [...flags(cache), '--config', config], KEY);
  assert.deepEqual([run.report.counts.new, run.report.counts.open, run.stderr], [0, 1, '']);
});

test('without a key of the team the git directory keeps one for this clone alone', async (context) => {
  const { repository, answer } = await prepare(context);
  const cache = folderOf(context);
  await checkBranch(repository, flags(cache));
  assert.deepEqual(told(await checkBranch(repository, flags(cache))), answer);
  assert.match(readFileSync(join(repository.dir, '.git/hackdebt/cache.key'), 'latin1'), /^[0-9a-f]{64}$/);
  await using other = await repositoryOf(STORY, { head: 'topic' });
  assert.match((await checkBranch(other, flags(cache))).stderr, /another key/);
});

test('a cache that cannot be written is told of and fails nothing', async (context) => {
  const { repository, answer } = await prepare(context);
  const folder = folderOf(context, { 'a-file': '' });
  const run = await checkBranch(repository, flags(join(folder, 'a-file')), KEY);
  assert.deepEqual(told(run), answer);
  assert.match(run.stderr, /nothing is cached/);
});
