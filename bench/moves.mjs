// Moves, renames and rewordings of real files, none of which may be told as removed: node bench/moves.mjs REPO... [--cases N] [--seed N]
// The files of REPO's HEAD that hold markers are the first commit of a new repository; each commit after it disguises one admission or more,
// by the rules of test/disguises. Told are all that the program calls removed or new nevertheless. Build first.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { disguiseStory } from '../dist/test/disguises/disguise-story.js';
import { repositoryOf } from '../dist/test/rig/repository-of.js';

const BIN = fileURLToPath(new URL('../bin/hackdebt.js', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const plan = { cases: Number(values.cases), seed: Number(values.seed) };
for (const folder of positionals) await disguise(folder);

async function disguise(folder) {
  const tree = readTree(folder);
  const story = disguiseStory(tree, plan);
  const repository = await repositoryOf(story, { checkout: false });
  try {
    const { hacks } = run(repository.dir, ['list', '--status', 'all', '--json']);
    tell(folder, { tree, story, hacks });
  } finally {
    await repository.dispose();
  }
}

function readTree(folder) {
  const { markers } = run(folder, ['markers', '--rev', 'HEAD', '--json']);
  const paths = [...new Set(markers.map(({ path }) => path))].filter((path) => !/[\\"]/.test(path));
  const show = (path) => execFileSync('git', ['-C', folder, 'show', `HEAD:${path}`], { maxBuffer: 2 ** 28 }).toString();
  return new Map(paths.map((path) => [path, show(path)]));
}

function run(folder, args) {
  const options = { maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'inherit'] };
  return JSON.parse(execFileSync(process.execPath, [BIN, ...args, '-C', folder, '--quiet'], options).toString());
}

function tell(folder, { tree, story, hacks }) {
  const [, ...commits] = story;
  const removed = hacks.filter(({ status }) => status === 'removed');
  const fresh = hacks.filter(({ introduced }) => introduced.subject !== 'start');
  const kinds = countBy(commits, ({ message }) => message);
  const told = countBy(removed, (hack) => hack.removed.subject);
  print(
    `${folder}: ${tree.size} files, ${commits.length} commits: ${removed.length} told as removed, ${fresh.length} as new`,
  );
  for (const [kind, count] of kinds) print(`  ${kind.padEnd(16)} ${String(count).padStart(5)}  ${told.get(kind) ?? 0}`);
  for (const { id, text, removed: end } of removed.slice(0, 20)) {
    print(
      `    ${end.subject} ${end.commit.slice(0, 9)} ${end.path}:${end.line} ${id.slice(0, 11)} ${text.slice(0, 80)}`,
    );
  }
}

function countBy(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return new Map([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
