import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { checkBranch, TODO_FEED } from './check-branch.ts';
import { folderOf } from './temporary-folder.ts';

/** A branch that admits one thing. */
const STORY: Story = [
  { name: 'base', on: 'main', files: { 'readme.js': '// hello\n' } },
  { name: 'work', on: 'topic', parents: ['base'], files: { 'feed.js': TODO_FEED } },
];

/** What stdout begins with where a report also goes to a file, by what is set and asked for. */
const CASES = [
  { what: 'the text', env: {}, args: ['--output', 'sarif=FILE'], begins: /^1 hack admitted/ },
  { what: 'the text', env: {}, args: ['--json', '--output', 'FILE'], begins: /^1 hack admitted/ },
  { what: 'the format asked for', env: {}, args: ['--json', '--output', 'sarif=FILE'], begins: /^\{\n/ },
  { what: 'the format of stdout', env: {}, args: ['--output', 'csv=-', '--output', 'json=FILE'], begins: /^change,/ },
  { what: 'annotations on GitHub', env: { GITHUB_ACTIONS: 'true' }, args: ['--output', 'FILE'], begins: /^::notice / },
  { what: 'a list on GitLab', env: { GITLAB_CI: 'true' }, args: ['--output', 'json=FILE'], begins: /^\[\n/ },
  {
    what: 'the text on GitLab, whose list is in the file',
    env: { GITLAB_CI: 'true' },
    args: ['--output', 'gitlab=FILE'],
    begins: /^1 hack admitted/,
  },
  {
    what: 'the text where that is asked for, whatever the CI',
    env: { GITHUB_ACTIONS: 'true' },
    args: ['--output', 'terminal=-', '--output', 'json=FILE'],
    begins: /^1 hack admitted/,
  },
] as const;
for (const { what, env, args, begins } of CASES) {
  test(`check ${args.join(' ')} prints ${what}, and writes the file`, async (context) => {
    const file = join(folderOf(context), 'report');
    await using repository = await repositoryOf(STORY, { head: 'topic' });
    const { stdout } = await checkBranch(
      repository,
      ['--base', 'main', ...args.map((arg) => arg.replace('FILE', file))],
      env,
    );
    assert.match(stdout, begins);
    assert.notEqual(readFileSync(file, 'utf8'), '');
  });
}

/** What the branch says of the admission, wrapped in one way or another, further down or not. */
async function fingerprintOf(comment: string, above = ''): Promise<string> {
  await using repository = await repositoryOf(
    [
      STORY[0] as Story[number],
      { name: 'work', on: 'topic', parents: ['base'], files: { 'a.js': `${above}${comment}` } },
    ],
    { head: 'topic' },
  );
  const { report } = await checkBranch(repository, ['--base', 'main', '--json']);
  return report.changes[0].fingerprint;
}

test('a fingerprint stays when lines come above the admission, and when its comment is wrapped otherwise', async () => {
  const first = await fingerprintOf('// TODO talk to MySQL, and to the one\n// who runs it\nfeed();\n');
  assert.match(first, /^v1:[0-9a-f]{32}$/);
  assert.equal(
    await fingerprintOf('// TODO talk to MySQL, and to the one\n// who runs it\nfeed();\n', 'play();\n'),
    first,
  );
  assert.equal(await fingerprintOf('// TODO talk to MySQL,\n// and to the one who runs it\nfeed();\n'), first);
  assert.notEqual(await fingerprintOf('// TODO talk to Postgres\nfeed();\n'), first);
});
