import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import { runHackdebt } from './run-hackdebt.ts';

test('a word changed in a function of the same name is a rewording, though its parameters and its code changed, too', async () => {
  const before = 'function pour(soup) {\n  // TODO rename the bowl\n\n  const bowl = take(soup);\n}\n';
  const after =
    'function pour(soup, guest) {\n  // TODO rename the bowls\n\n  const bowls = takeAll(soup, guest);\n}\n';
  await using repository = await repositoryOf([
    { name: 'cook', files: { 'soup.js': before } },
    { name: 'serve', files: { 'soup.js': after } },
  ]);
  const { stdout } = await runHackdebt(['list', '--status', 'all', '--json'], { cwd: repository.dir });
  const { hacks } = JSON.parse(stdout) as { hacks: { status: string; text: string; rewordings: number }[] };
  assert.deepEqual(
    hacks.map(({ status, text, rewordings }) => [status, text, rewordings]),
    [['open', 'rename the bowls', 1]],
  );
});

test('a heading that gets another tag, or another word and its file another name, is the same admission', async () => {
  const list = 'Soup\n\nTODO\n\n* salt\n* pepper\n';
  const note = 'TODO ask the cook\n\nBread\n=====\n';
  await using repository = await repositoryOf([
    { name: 'cook', files: { 'soup.md': list, 'bread.md': note } },
    {
      name: 'serve',
      files: { 'soup.md': list.replace('TODO', 'FIXME'), 'bread.md': null, 'rye.md': note.replace('cook', 'cooks') },
    },
  ]);
  const { stdout } = await runHackdebt(['list', '--status', 'all', '--json'], { cwd: repository.dir });
  const { hacks } = JSON.parse(stdout) as { hacks: { status: string; path: string; rewordings: number }[] };
  assert.deepEqual(hacks.map(({ status, path, rewordings }) => [path, status, rewordings]).toSorted(), [
    ['rye.md', 'open', 1],
    ['soup.md', 'open', 1],
  ]);
});

test('a bare heading that gets a word while its file gets another name is the same admission', async () => {
  const list = 'Soup\n====\nTODO\n\n* salt\n* pepper\n';
  await using repository = await repositoryOf([
    { name: 'cook', files: { 'soup.md': list } },
    { name: 'serve', files: { 'soup.md': null, 'menu/broth.md': list.replace('TODO', 'TODO soon') } },
  ]);
  const { stdout } = await runHackdebt(['list', '--status', 'all', '--json'], { cwd: repository.dir });
  const { hacks } = JSON.parse(stdout) as { hacks: { status: string; rewordings: number }[] };
  assert.deepEqual(
    hacks.map(({ status, rewordings }) => [status, rewordings]),
    [['open', 1]],
  );
});
