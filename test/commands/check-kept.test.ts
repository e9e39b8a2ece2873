import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch } from './check-branch.ts';

const NOW = { HACKDEBT_NOW: '2026-11-20T10:00:00Z' };

/** The base holds an old hack and, if `kept`, what the team decided; the branch admits another one. */
function storyWith(kept: boolean): Story {
  const decided = (path: string, text: string, until: string | null): string => {
    const id = `hd-${path[0]?.repeat(16)}`;
    const fact = { kind: 'decision', id, decision: 'keep', owner: null, note: 'amnesty', until };
    return `${JSON.stringify({ ...fact, date: '2026-11-18T10:00:00Z', text, path, introduced: '1'.repeat(40) })}\n`;
  };
  const decisions = decided('a.js', 'older than the team', null) + decided('b.js', 'for ever', '2026-12-31');
  const first = { 'a.js': '// TODO older than the team\n', ...(kept && { 'hackdebt.decisions.jsonl': decisions }) };
  return [
    { name: 'base', at: '2026-01-05T10:00:00Z', files: first },
    {
      name: 'work',
      on: 'topic',
      parents: ['base'],
      at: '2026-11-19T10:00:00Z',
      files: { 'b.js': '// HACK for ever\n' },
    },
  ];
}

async function objected(kept: boolean): Promise<string[]> {
  await using repository = await repositoryOf(storyWith(kept), { head: 'topic' });
  const { report } = await checkBranch(repository, ['--base', 'main', '--ratchet', '--max-age', '90', '--json'], NOW);
  return report.findings.map(({ rule }: { rule: string }) => rule);
}

test('what the team keeps on purpose leaves the ratchet and the rules on age', async () => {
  assert.deepEqual(await objected(false), ['ratchet', 'maxAge']);
  assert.deepEqual(await objected(true), []);
});
