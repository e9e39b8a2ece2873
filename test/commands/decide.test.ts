import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { readReport } from './read-report.ts';
import { runHackdebt } from './run-hackdebt.ts';

const STORY: Story = [
  { name: 'old', at: '2025-06-01T10:00:00Z', files: { 'legacy/a.ts': '// TODO old one\nold();\n' } },
  { name: 'monday', at: '2026-11-16T10:00:00Z', files: { 'b.ts': '// FIXME two\ntwo();\n' } },
];

function factsOf({ dir }: TestRepository): Record<string, string>[] {
  const lines = readFileSync(join(dir, 'hackdebt.decisions.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, string>);
}

test('a decision is one line, with what finds its hack again', async () => {
  await using repository = await repositoryOf(STORY);
  await readReport(repository, 'decide', 'b.ts:1', 'refactor', '--owner', 'ann', '--until', '2026-11-20');
  const [fact] = factsOf(repository);
  assert.deepEqual(
    [fact?.['decision'], fact?.['owner'], fact?.['until'], fact?.['text'], fact?.['path'], fact?.['introduced']],
    ['refactor', 'ann', '2026-11-20', 'two', 'b.ts', repository.oidOf('monday')],
  );
});

test('the same decision twice is one line and changes nothing; another one takes its place', async () => {
  await using repository = await repositoryOf(STORY);
  await readReport(repository, 'decide', 'b.ts:1', 'refactor');
  const again = await readReport(repository, 'decide', 'b.ts:1', 'refactor');
  assert.equal(again.report.changed, false);
  await readReport(repository, 'decide', 'b.ts:1', 'delete');
  assert.deepEqual(
    factsOf(repository).map(({ decision }) => decision),
    ['delete'],
  );
});

test('decisions made at the same time are all written', async () => {
  const files = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.ts`, `// TODO taste ${name}\n`]));
  await using repository = await repositoryOf([{ name: 'one', at: '2026-11-16T10:00:00Z', files }]);
  await readReport(repository, 'scan');
  await Promise.all(Object.keys(files).map((path) => readReport(repository, 'decide', `${path}:1`, 'keep')));
  assert.deepEqual(
    factsOf(repository)
      .map(({ path }) => path)
      .toSorted(),
    Object.keys(files),
  );
});

test('a line of the decisions file that cannot be read is told, once', async () => {
  await using repository = await repositoryOf([
    {
      name: 'one',
      at: '2026-11-16T10:00:00Z',
      files: { 'a.ts': '// TODO\n', 'hackdebt.decisions.jsonl': '{"decision"\n' },
    },
  ]);
  const { stderr } = await runHackdebt(['report', '--since', '2026-01-01'], { cwd: repository.dir });
  assert.match(stderr, /^(?:hackdebt: )?hackdebt\.decisions\.jsonl:1 does not count: [^\n]+\n$/);
});

test('an amnesty keeps all that is old enough and stands there', async () => {
  await using repository = await repositoryOf(STORY);
  const args = ['decide', '--before', '2026-01-01', '--path', 'legacy', 'keep', '--note', 'amnesty'];
  const { report } = await readReport(repository, ...args);
  assert.deepEqual(
    report.decided.map(({ path, decision }: Record<string, string>) => [path, decision]),
    [['legacy/a.ts', 'keep']],
  );
});

test('a report says which decisions were kept, which are late and which lost their hack', async () => {
  await using repository = await repositoryOf(STORY);
  await readReport(repository, 'decide', 'b.ts:1', 'refactor', '--until', '2026-11-18');
  await readReport(repository, 'decide', 'legacy/a.ts:1', 'keep');
  const { report } = await readReport(repository, 'report', '--since', '2026-01-01');
  assert.deepEqual([report.decisions.counts.late, report.decisions.counts.kept], [1, 1]);
  assert.equal(report.decisions.broken[0].path, 'b.ts');
});

const COMPLAINTS: readonly (readonly [argv: readonly string[], complaint: RegExp])[] = [
  [['decide', 'keep'], /name the hack before the decision/],
  [['decide', 'b.ts:1', 'burn'], /The decision cannot be "burn"/],
  [['decide', 'b.ts:1', 'keep', '--until', 'friday'], /--until cannot be "friday"/],
  [['decide', 'b.ts:1', 'keep', '--until', '2026-02-30'], /--until cannot be "2026-02-30"/],
  [['decide', '--before', '2026-02-30', 'keep'], /--before cannot be "2026-02-30"/],
  [['decide', 'b.ts:1', '--path', 'x', 'keep'], /Leave "b.ts:1" out/],
  [['decide', '--path', 'nowhere', 'keep'], /no open hack is that old/],
];

for (const [argv, complaint] of COMPLAINTS) {
  test(`${argv.join(' ')} is refused in one sentence`, async () => {
    await using repository = await repositoryOf(STORY);
    const { status, stderr } = await runHackdebt(argv, { cwd: repository.dir });
    assert.equal(status, 2);
    assert.match(stderr, complaint);
  });
}
