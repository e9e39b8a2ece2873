import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHackdebt } from '../commands/run-hackdebt.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import { at, randomOf } from '../truth/random.ts';
import { disguiseStory } from './disguise-story.ts';
import { readMarkers, type Tree } from './scene.ts';

const VERBS = ['load', 'save', 'send', 'parse', 'merge', 'count', 'sort', 'draw', 'open', 'fold', 'skip', 'trim'];
const NOUNS = ['Feed', 'Cache', 'Login', 'Queue', 'User', 'Song', 'Photo', 'Score', 'Level', 'Pizza', 'Robot'];

/** A few files of two languages, in which every other function admits something of its own. */
function buildTree(seed: number): Tree {
  const random = randomOf(seed);
  const call = (): string =>
    `${random.pick(VERBS)}${random.pick(NOUNS)}(${random.pick(NOUNS).toLowerCase()}, ${random.below(1000)})`;
  const files = Array.from(Array(8).keys(), (file): [string, string] => {
    const [extension, sign, open, close, end] = at(
      [
        ['ts', '//', '() {', '}', ';'],
        ['py', '#', '():', '', ''],
      ],
      file % 2,
    ) as string[];
    const functions = Array.from(Array(6).keys(), (number) => [
      `${extension === 'py' ? 'def' : 'function'} ${random.pick(VERBS)}${random.pick(NOUNS)}${number}${open}`,
      `  ${call()}${end}`,
      ...(number % 2 === 0
        ? [`  ${sign} TODO ${random.pick(VERBS)} the ${random.pick(NOUNS)} of ${file} before ${number}`]
        : []),
      ...Array.from({ length: 4 }, () => `  ${call()}${end}`),
      ...(close ? [close] : []),
      '',
    ]);
    return [`src/part${file}.${extension}`, `${functions.flat().join('\n')}\n`];
  });
  return new Map(files);
}

for (const seed of [1, 2, 3]) {
  test(`nothing that moved or was reworded is called removed, in 100 commits of chance ${seed}`, async () => {
    const tree = buildTree(seed);
    const story = disguiseStory(tree, { cases: 100, seed });
    await using repository = await repositoryOf(story, { checkout: false });
    const { stdout } = await runHackdebt(['list', '--status', 'all', '--json'], { cwd: repository.dir });
    const { hacks } = JSON.parse(stdout) as {
      hacks: { status: string; text: string; removed: { subject: string } | null }[];
    };
    const told = hacks
      .filter(({ status }) => status !== 'open')
      .map(({ text, removed }) => `${removed?.subject}: ${text}`);
    assert.equal(story.length, 101);
    assert.deepEqual(told, []);
    assert.equal(
      hacks.length,
      [...tree].reduce((sum, [path, text]) => sum + readMarkers(text, path).length, 0),
    );
  });
}
