import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryOf } from '../rig/repository-of.ts';
import { readReport } from './read-report.ts';

const SOUP = 'heat(soup);\n// TODO taste it before you serve it\nserve(soup, 1);\n';

test('show --explain says what was the same, and the score of the match', async () => {
  await using repository = await repositoryOf([
    { name: 'a', files: { 'soup.js': SOUP } },
    { name: 'b', files: { 'soup.js': 'salt();\n', 'kitchen/pot.js': `boil();\n${SOUP}` } },
  ]);
  const { report } = await readReport(repository, 'show', 'kitchen/pot.js:3', '--explain');
  const [moved] = report.events.filter((event: { kind: string }) => event.kind === 'moved');
  assert.match(moved.why, /, score 0\.\d\d: from soup\.js, text same, line above same, annotated code same, /);
  const plain = (await readReport(repository, 'show', 'kitchen/pot.js:3')).report;
  assert.doesNotMatch(plain.events.at(-1).why, /score/);
});
