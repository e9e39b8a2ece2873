import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf } from './repository-of.ts';
import type { Story } from './story.ts';

// %aI spells UTC as Z or as +00:00, depending on git's version.
const DATES = '--date=format:%F %H:%M%z';

const HACKATHON: Story = [
  { name: 'idea', files: { 'src/feed.ts': '// TODO fix the cache\nfeed();\n', 'README.md': 'Feeds\n' } },
  { name: 'night', on: 'feature', parents: ['idea'], author: 'bo', files: { 'src/login.ts': 'login();\n' } },
  { name: 'tidy', rename: { 'src/feed.ts': 'src/feeds/index.ts' }, files: { 'README.md': null }, tag: 'demo' },
  { name: 'together', parents: ['tidy', 'night'], files: { 'src/login.ts': 'login();\n' } },
];

test('a story becomes commits with their parents, branches and tags', async () => {
  await using repository = await repositoryOf(HACKATHON);
  const log = await repository.git('log', '--format=%s %an <%ae> %ad', DATES, '--topo-order', 'main');
  assert.deepEqual(log.split('\n'), [
    'together anna <anna@example.org> 2026-01-05 12:00+0000',
    'night bo <bo@example.org> 2026-01-05 10:00+0000',
    'tidy anna <anna@example.org> 2026-01-05 11:00+0000',
    'idea anna <anna@example.org> 2026-01-05 09:00+0000',
  ]);
  assert.equal(await repository.git('rev-parse', 'demo'), repository.oidOf('tidy'));
  assert.equal(await repository.git('rev-parse', 'main^2'), repository.oidOf('night'));
  assert.equal(await repository.git('rev-parse', 'feature'), repository.oidOf('night'));
});

test('a tree is the first parent tree with renames, then files', async () => {
  await using repository = await repositoryOf(HACKATHON);
  const files = await repository.git('ls-tree', '-r', '--name-only', 'main');
  assert.deepEqual(files.split('\n'), ['src/feeds/index.ts', 'src/login.ts']);
});

test('the same story has the same oids', async () => {
  await using one = await repositoryOf(HACKATHON);
  await using other = await repositoryOf(HACKATHON, { bare: true });
  assert.equal(one.oidOf('together'), other.oidOf('together'));
  assert.equal(one.oidOf('together'), '5a6f3e7c07fcb95d576c3a1f9e77722b87b899a2');
});

test('the work tree is filled unless the repository is bare or told not to', async () => {
  await using filled = await repositoryOf(HACKATHON);
  await using empty = await repositoryOf(HACKATHON, { checkout: false });
  assert.equal(readFileSync(join(filled.dir, 'src/login.ts'), 'utf8'), 'login();\n');
  assert.equal(await filled.git('status', '--porcelain'), '');
  assert.ok(!existsSync(join(empty.dir, 'src')));
});

test('sha256 repositories have 64-digit oids', async () => {
  await using repository = await repositoryOf(HACKATHON, { objectFormat: 'sha256', bare: true });
  assert.equal(repository.oidOf('idea').length, 64);
});

test('nasty names, bytes, links, executables and submodules arrive as told', async () => {
  const submodule = '1234567890123456789012345678901234567890';
  await using repository = await repositoryOf(
    [
      {
        name: 'nasty',
        files: {
          'a "b"\n\\c': '',
          '"caf\\351.c"': Buffer.from([0, 255]),
          link: { mode: '120000', content: 'README' },
          run: { mode: '100755', content: '#!/bin/sh\n' },
          vendor: { mode: '160000', content: submodule },
        },
      },
    ],
    { checkout: false },
  );
  const tree = await repository.git('ls-tree', '-r', 'main');
  assert.deepEqual(
    tree.split('\n').map((line) => line.replace(/ \w+ \w+\t/, ' ')),
    ['100644 "a \\"b\\"\\n\\\\c"', '100644 "caf\\351.c"', '120000 link', '100755 run', '160000 vendor'],
  );
  assert.ok(tree.includes(submodule));
});

test('a second root, an octopus, own dates and own committers are possible', async () => {
  await using repository = await repositoryOf([
    { name: 'a', at: '2026-11-23T10:00:00+01:00', authored: 0, author: 'Anna B <a@b.org>', committer: 'bot' },
    { name: 'b', parents: [], on: 'b' },
    { name: 'c', parents: [], on: 'c' },
    { name: 'octopus', parents: ['a', 'b', 'c'] },
    { name: 'restart', parents: [] },
  ]);
  const formatted = await repository.git('show', '-s', '--format=%an %ae %ad|%cn %cd', DATES, repository.oidOf('a'));
  assert.equal(formatted, 'Anna B a@b.org 1970-01-01 00:00+0000|bot 2026-11-23 10:00+0100');
  const parents = await repository.git('show', '-s', '--format=%P', repository.oidOf('octopus'));
  assert.equal(parents, ['a', 'b', 'c'].map((name) => repository.oidOf(name)).join(' '));
  assert.equal(await repository.git('rev-list', '--count', 'main'), '1');
});

test('an empty story is an empty repository', async () => {
  await using repository = await repositoryOf([]);
  assert.equal(await repository.git('rev-list', '--all'), '');
});

test('a story that names an unknown parent is refused and leaves no folder', async () => {
  await assert.rejects(repositoryOf([{ name: 'a', parents: ['b'] }]), /no commit "b"/);
});
