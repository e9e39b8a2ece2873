import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMANDS } from '../src/cli/commands.ts';
import { COMMON_OPTIONS } from '../src/cli/common.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

function longName(flags: string): string {
  return /--[a-z-]+|-[A-Z]\b/.exec(flags)?.[0] ?? flags;
}

for (const { name, options, formats } of COMMANDS) {
  test(`the README tells of "${name}", its options and formats`, () => {
    assert.match(README, new RegExp(`^### \`${name}\``, 'm'));
    for (const { flags } of options) assert.ok(README.includes(longName(flags)), `${name} ${flags}`);
    for (const format of formats) assert.ok(README.includes(format), `${name} --format ${format}`);
  });
}

test('the README tells of every option that all commands have', () => {
  for (const { flags } of COMMON_OPTIONS) assert.ok(README.includes(longName(flags)), flags);
});

test('the README opens with a sentence and the two command lines that do all the set-up', () => {
  const [, sentence, lines] = README.split(/\n\n+/, 3);
  assert.match(sentence ?? '', /\.$/);
  assert.match(lines ?? '', /^```sh\nnpm ci && npm start -- -C \S+ .*\nnpm ci && npm test /);
});
