import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch } from './check-branch.ts';

const WEDNESDAY = { HACKDEBT_NOW: '2026-11-18T10:00:00Z' };
const OLD = '// TODO [2025-12-01] drop this\n';

/** Two teams that each have an old hack, and a branch that brings the first one another. */
function storyWith(config: object, files: Readonly<Record<string, string>> = {}): Story {
  const scopes = { web: { paths: ['web'] }, api: { paths: ['api'] } };
  const policy = JSON.stringify({ scopes, ...config });
  return [
    { name: 'shown', files: { 'web/old.js': OLD, 'api/old.js': OLD } },
    { name: 'base', parents: ['shown'], files: { 'hackdebt.config.json': policy, ...files } },
    { name: 'work', on: 'topic', parents: ['base'], files: { 'web/a.js': '// XXX a\n' } },
  ];
}

/** What rules object to, with the path of the hack if it is one. */
async function objected(repository: TestRepository, ...args: readonly string[]): Promise<string[]> {
  const { report, stderr } = await checkBranch(repository, ['--base', 'main', ...args, '--json'], WEDNESDAY);
  assert.ok(report, stderr);
  return report.findings.map(
    ({ rule, hack, message }: { rule: string; message: string; hack: { path: string } | null }) =>
      `${rule} ${hack?.path ?? message}`,
  );
}

for (const place of ['--scope', '-C']) {
  test(`what ${place} leaves out is not among the open hacks that rules speak of`, async () => {
    await using repository = await repositoryOf(storyWith({}), { head: 'topic' });
    const rules = ['--max-open', '0', '--due-dates', '--max-age', '90'];
    assert.deepEqual(await objected(repository, place, 'api', ...rules), [
      'maxOpen 1 hack open, at most 0 allowed',
      'dueDates api/old.js',
      'maxAge api/old.js',
    ]);
  });

  test(`what ${place} leaves out did not come since the demo`, async () => {
    await using demo = await repositoryOf(storyWith({}).slice(0, 1));
    const fact = { kind: 'demo', sprint: '2026-W47', commit: demo.oidOf('shown'), date: '2026-11-17T17:00:00+00:00' };
    const decisions = { 'hackdebt.decisions.jsonl': `${JSON.stringify(fact)}\n` };
    const sprint = { start: 'monday', demoDay: 2 };
    await using repository = await repositoryOf(storyWith({ sprint }, decisions), { head: 'topic' });
    assert.deepEqual(await objected(repository, place, 'api', '--ratchet', 'demo'), []);
    assert.deepEqual(await objected(repository, place, 'web', '--ratchet', 'demo'), [
      'ratchet 1 hack new and 0 gone: 1 more than at the demo',
    ]);
  });
}

test("in a scope with a sprint of its own every rule goes by that team's week", async () => {
  const web = { paths: ['web'], sprint: { start: 'monday', demoDay: 2 } };
  const config = { scopes: { web, api: { paths: ['api'] } }, rules: { forbid: { words: ['XXX'], after: 'demo' } } };
  await using repository = await repositoryOf(storyWith(config), { head: 'topic' });
  assert.deepEqual(await objected(repository), []);
  assert.deepEqual(await objected(repository, '--scope', 'web'), ['forbid web/a.js']);
});
