import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.ts';
import { askedOn, commandOf } from './asked.ts';
import type { Answered } from './play.ts';
import { NAMES, week } from './told.ts';

for (const day of NAMES) {
  test(`every command of the help is asked on the day "${day}"`, () => {
    const asked = new Set(askedOn(day).map(commandOf));
    assert.deepEqual(
      COMMANDS.map(({ name }) => name).filter((name) => !asked.has(name)),
      [],
    );
  });

  test(`every command ends with the exit code that it should on the day "${day}"`, () => {
    assert.deepEqual(
      week.told[day].map(({ asked: { argv }, status }) => [argv.join(' '), status]),
      askedOn(day).map(({ argv, exit = 0 }) => [argv.join(' '), exit]),
    );
  });

  test(`all that is said reads as the golden file does on the day "${day}"`, () => {
    assertGolden(`${day}.txt`, week.told[day].map(transcribe).join('\n'));
  });
}

test('the paper of the team reads after the week as the golden file does', () => {
  assertGolden('AGENDA.txt', readFileSync(join(week.stage.repository.dir, 'AGENDA.md'), 'utf8'));
});

/** The command, what it said, and its exit code where that is not 0. */
function transcribe({ asked: { argv, on }, status, text, notes }: Answered): string {
  const words = argv.map((word) => (/\s/.test(word) ? `"${word}"` : word.replace('DIR/', '')));
  const where = on === undefined ? '' : `git checkout ${on}; `;
  const exit = status === 0 ? '' : `exit code ${status}\n`;
  return `$ ${where}hackdebt ${words.join(' ')}\n${notes}${text}${exit}`;
}

/** With UPDATE_GOLDEN=1 the files are written anew. */
function assertGolden(name: string, text: string): void {
  const file = new URL(`../../../test/week/golden/${name}`, import.meta.url);
  const everywhere = withoutMachine(text);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, everywhere);
  assert.equal(everywhere, readFileSync(file, 'utf8'));
}

/** Leaves out where the repository is and which versions are at work. */
function withoutMachine(text: string): string {
  const { dir } = week.stage.repository;
  return text
    .replaceAll(dir, '/jukebox')
    .replaceAll(basename(dir), 'jukebox')
    .replaceAll(/^(ok +(?:git +git|node +Node)|hackdebt) [\d.]+$/gm, '$1 VERSION')
    .replaceAll(/: [\d.]+ MB, schema \d+,/g, ': SIZE,');
}
