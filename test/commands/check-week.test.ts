import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch } from './check-branch.ts';

/** Days of one week: its sprint begins on Monday and is shown at the end of Tuesday. */
const MONDAY = { HACKDEBT_NOW: '2026-11-16T10:00:00Z' };
const WEDNESDAY = { HACKDEBT_NOW: '2026-11-18T10:00:00Z' };
const THURSDAY = { HACKDEBT_NOW: '2026-11-19T10:00:00Z' };
const WEEK = { start: 'monday', days: 5, demoDay: 2 };

/** A configuration on the base, and a branch that admits an XXX in two folders. */
function storyWith(config: object): Story {
  return [
    { name: 'base', files: { 'hackdebt.config.json': JSON.stringify(config), 'a.js': '// hello\n' } },
    { name: 'work', on: 'topic', parents: ['base'], files: { 'web/a.js': '// XXX web\n', 'api/a.js': '// XXX api\n' } },
  ];
}

/** Paths of the hacks that rules object to. */
async function objected(config: object, env: Readonly<Record<string, string>>): Promise<string[]> {
  await using repository = await repositoryOf(storyWith(config), { head: 'topic' });
  const { report, stderr } = await checkBranch(repository, ['--base', 'main', '--json'], env);
  assert.ok(report, stderr);
  return report.findings.map(({ hack }: { hack: { path: string } | null }) => hack?.path ?? 'all');
}

test('a rule for after the demo holds from the demo on', async () => {
  const config = { sprint: WEEK, rules: { forbid: { words: ['XXX'], after: 'demo' } } };
  assert.deepEqual(await objected(config, MONDAY), []);
  assert.deepEqual(await objected(config, WEDNESDAY), ['api/a.js', 'web/a.js']);
});

test('a rule of day 4 holds on day 4', async () => {
  const config = { sprint: WEEK, rules: { forbid: { words: ['XXX'], onDay: 4 } } };
  assert.deepEqual(await objected(config, WEDNESDAY), []);
  assert.deepEqual(await objected(config, THURSDAY), ['api/a.js', 'web/a.js']);
});

test('a rule for after the demo is off where there is no sprint', async () => {
  assert.deepEqual(await objected({ rules: { forbid: { words: ['XXX'], after: 'demo' } } }, WEDNESDAY), []);
});

test('a rule of some paths speaks of these alone', async () => {
  const config = { rules: { forbid: { words: ['XXX'], paths: ['web/**'] }, maxNew: { max: 1, paths: ['api'] } } };
  assert.deepEqual(await objected(config, MONDAY), ['web/a.js']);
});

test("a scope's rules go by the scope's own week", async () => {
  const rules = { forbid: { words: ['XXX'], after: 'demo' } };
  const late = { ...WEEK, demoDay: 4 };
  const config = {
    sprint: WEEK,
    scopes: { web: { paths: ['web'], rules }, api: { paths: ['api'], sprint: late, rules } },
  };
  assert.deepEqual(await objected(config, WEDNESDAY), ['web/a.js']);
});

test('the ratchet against the demo counts what came since the demo that was decided, within its paths', async () => {
  const decided = (commit: string): string =>
    `${JSON.stringify({ kind: 'demo', sprint: '2026-W47', commit, date: '2026-11-17T17:00:00+00:00' })}\n`;
  const config = { sprint: WEEK, rules: { ratchet: { against: 'demo', paths: ['web'] } } };
  const shown: Story = [{ name: 'shown', files: { 'web/old.js': '// TODO old\n' } }];
  await using demo = await repositoryOf(shown);
  const base = {
    'hackdebt.config.json': JSON.stringify(config),
    'hackdebt.decisions.jsonl': decided(demo.oidOf('shown')),
  };
  const story: Story = [
    ...shown,
    { name: 'base', parents: ['shown'], files: base },
    { name: 'work', on: 'topic', parents: ['base'], files: { 'web/a.js': '// XXX a\n', 'api/b.js': '// XXX b\n' } },
  ];
  await using repository = await repositoryOf(story, { head: 'topic' });
  const { report } = await checkBranch(repository, ['--base', 'main', '--json'], WEDNESDAY);
  assert.deepEqual(
    report.findings.map(({ message }: { message: string }) => message),
    ['1 hack new and 0 gone: 1 more than at the demo'],
  );
});

for (const config of [{}, { rules: { ratchet: 'demo' } }]) {
  test(`a ratchet against the demo is refused where no sprint is configured (${JSON.stringify(config)})`, async () => {
    await using repository = await repositoryOf(storyWith(config), { head: 'topic' });
    const flags = 'rules' in config ? [] : ['--ratchet', 'demo'];
    const { status, stderr } = await checkBranch(repository, ['--base', 'main', ...flags]);
    assert.deepEqual(
      [status, stderr],
      [
        2,
        'hackdebt: no sprint is configured, so a ratchet against the demo means nothing. Add "sprint" to hackdebt.config.json, or compare with the base.\n',
      ],
    );
  });
}

test('before the first demo of all the ratchet says that it compares with nothing', async () => {
  const config = { sprint: { ...WEEK, start: '2026-11-16' }, rules: { ratchet: 'demo' } };
  await using repository = await repositoryOf(storyWith(config), { head: 'topic' });
  const { report } = await checkBranch(repository, ['--base', 'main', '--json'], MONDAY);
  assert.deepEqual(report.unsound, [
    'no sprint has had its demo yet, so the ratchet against the demo compares with nothing.',
  ]);
});
