import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StandupReport } from '../../src/model/standup.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { runHackdebt } from './run-hackdebt.ts';

const FILES = ['amp', 'drum', 'bass', 'horn'];

/** A marker above the statement it speaks of. */
function codeOf(name: string, call = 'play(1)'): string {
  return `export function ${name}() {\n  // TODO ${name} is out of tune\n  return ${call};\n}\n`;
}

const LINE: Story = [
  {
    name: 'monday',
    at: '2026-11-16T10:00:00Z',
    files: {
      ...Object.fromEntries(FILES.map((name) => [`${name}.ts`, codeOf(name)])),
      'hackdebt.config.json': JSON.stringify({ sprint: { start: 'monday' } }),
    },
  },
];

/** After the decisions: the line changes the code of one, a branch that of a second, another branch pays a third. */
const AFTER: Story = [
  ...LINE,
  { name: 'drum', at: '2026-11-18T15:00:00Z', files: { 'drum.ts': codeOf('drum', 'listen(2).then(tune)') } },
  {
    name: 'b',
    on: 'bass',
    parents: ['monday'],
    at: '2026-11-18T15:00:00Z',
    files: { 'bass.ts': codeOf('bass', 'tune(9)') },
  },
  {
    name: 'h',
    on: 'horn',
    parents: ['monday'],
    at: '2026-11-18T15:00:00Z',
    files: { 'horn.ts': 'export const horn = tuned(4);\n' },
  },
];

test('decided but not started is only what neither the line nor a branch has touched since', async () => {
  await using repository = await repositoryOf(AFTER);
  await repository.git('checkout', '--quiet', repository.oidOf('monday'));
  for (const name of FILES) {
    const decided = await runHackdebt(['decide', `${name}.ts:2`, 'refactor', '--owner', 'Ann'], {
      cwd: repository.dir,
    });
    assert.equal(decided.status, 0, decided.stderr);
  }
  const run = await runHackdebt(['standup', '--json'], {
    cwd: repository.dir,
    env: { HACKDEBT_NOW: '2026-11-19T09:00:00Z', HACKDEBT_BRANCH: 'main' },
  });
  assert.equal(run.status, 0, run.stderr);
  const { notStarted } = JSON.parse(run.stdout) as StandupReport;
  assert.deepEqual(
    notStarted.map(({ path, decision, owner }) => [path, decision, owner]),
    [['amp.ts', 'refactor', 'Ann']],
  );
});
