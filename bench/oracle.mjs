// Holds lives against git's own words: npm run oracle -- REPO... (build first).
// Introductions and removals against the pickaxe (`git log -S` on the marker's line, for all markers in one pass: the commits off merges in
// which a line comes or goes more often than it goes or comes), open hacks against `git blame -w -M -C`. Every disagreement is named.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { blameOpen } from './oracle/blame.mjs';
import { git } from './oracle/git.mjs';
import { fromTag, keyOf } from './oracle/keys.mjs';
import { isDroppedByMerge } from './oracle/merges.mjs';

const BIN = fileURLToPath(new URL('../bin/hackdebt.js', import.meta.url));

/** Shorter lines (`TODO` alone) come and go everywhere: which one is which their text does not say. */
const TERSE = 8;
// The pickaxe reads no merges: there the trees tell.
const DROPPED = 'confirmed by the trees of a merge: a parent has the line more often';

for (const repository of process.argv.slice(2)) {
  try {
    await holdAgainstGit(repository);
  } catch (error) {
    print(
      `${repository}: ${
        String(error.stderr ?? error.stack)
          .trim()
          .split('\n')[0]
      }`,
    );
  }
}

async function holdAgainstGit(repository) {
  const { hacks, at } = readHacks(repository);
  const pickaxe = await readPickaxe(repository, at.commit, withLines(repository, hacks));
  const rows = [...pickaxe.introductions(), ...pickaxe.removals(), ...blameOpen(repository, at.commit, hacks)];
  print(`${repository}: ${hacks.length} hacks`);
  for (const part of ['introduced', 'removed', 'open']) printPart(part, rows);
}

function readHacks(repository) {
  const folder = mkdtempSync(join(tmpdir(), 'hackdebt-oracle-'));
  const run = (...args) =>
    execFileSync(process.execPath, [BIN, ...args, '--db', join(folder, 'x.db'), '-C', repository, '--quiet'], {
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  try {
    return JSON.parse(run('list', '--status', 'all', '--json').toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each hack with the text of its first and last line from the marker on. */
function withLines(repository, hacks) {
  const living = hacks.filter(({ status }) => status !== 'merged');
  const first = living.map(({ introduced }) => [introduced.commit, introduced.path, introduced.line]);
  // A merge may have had it from any parent.
  const last = living.map(({ removed }) =>
    removed ? [1, 2].map((parent) => [`${removed.commit}^${parent}`, removed.path, removed.line]) : [],
  );
  const lineOf = readLines(repository, [...first, ...last.flat()]);
  return living.map((hack, index) => {
    const lines = last[index].map(lineOf);
    const own = lines.find((line) => line.toUpperCase().includes(hack.tag)) ?? lines[0];
    return { hack, first: keyOf(fromTag(lineOf(first[index]), hack)), last: own && keyOf(fromTag(own, hack)) };
  });
}

function readLines(repository, places) {
  const names = [...new Set(places.map(([commit, path]) => `${commit}:${path}`))];
  const output = git(repository, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  const texts = new Map();
  let offset = 0;
  for (const name of names) {
    const end = output.indexOf(10, offset);
    const head = output.toString('utf8', offset, end);
    const size = / blob (\d+)$/.exec(head)?.[1];
    offset = end + 1;
    if (size === undefined) continue;
    texts.set(name, output.toString('utf8', offset, offset + Number(size)).split(/\r\n|\n|\r/));
    offset += Number(size) + 1;
  }
  return ([commit, path, line]) => texts.get(`${commit}:${path}`)?.[line - 1] ?? '';
}

/** For each key the commits, oldest first, in which it came (+) or went (-) more often than the other way. */
async function readPickaxe(repository, tip, lined) {
  const keys = new Set(lined.flatMap(({ first, last }) => [first, last]).filter(Boolean));
  const tags = [...new Set(lined.map(({ hack }) => hack.tag))].filter((tag) => /^\w+$/.test(tag));
  const heads = new RegExp(tags.join('|'), 'gi');
  const changes = new Map([...keys].map((key) => [key, []]));
  const args = ['-c', 'core.quotePath=false', 'log', '-p', '-U0', '--no-merges', '--no-renames', '--topo-order'];
  const child = spawn(
    'git',
    ['-C', repository, ...args, '--reverse', '--no-ext-diff', '--no-textconv', '--format=%x00%H', tip],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = new Promise((resolve) => child.on('close', resolve));
  let commit = '';
  const read = new Set();
  let net = new Map();
  const settle = () => {
    for (const [key, count] of net) if (count !== 0) changes.get(key).push({ commit, count });
    net = new Map();
  };
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    if (line.startsWith('\0')) {
      settle();
      commit = line.slice(1);
      read.add(commit);
    } else if (/^[+-](?![+-]{2} )/.test(line)) {
      const sign = line[0] === '+' ? 1 : -1;
      for (const key of [...keysIn(line.slice(1), heads)].filter((one) => keys.has(one)))
        net.set(key, (net.get(key) ?? 0) + sign);
    }
  }
  settle();
  // A mirror may lack a blob, and git ends there: what it did not tell is held against nothing.
  const isWhole = (await ended) === 0;
  if (!isWhole) print(`${repository}: git log ended early, after ${read.size} commits`);
  const isTold = (row) => isWhole || read.has(row.told);
  return {
    introductions: () => compare(lined, changes, 'introduced').filter(isTold),
    removals: () => heldAgainstMerges(repository, compare(lined, changes, 'removed').filter(isTold)),
  };
}

function heldAgainstMerges(repository, rows) {
  return rows.map((row) => (row.why !== null && isDroppedByMerge(repository, row) ? { ...row, why: DROPPED } : row));
}

function keysIn(line, heads) {
  const starts = [0, ...[...line.matchAll(heads)].map(({ index }) => index)];
  return new Set(starts.map((start) => keyOf(line.slice(start))));
}

/**
 * Each hack against the commits that bring its line in or take it away. Equal lines are told apart by count: a commit that adds a line twice
 * brings in two hacks, and no commit confirms more hacks than lines.
 */
function compare(lined, changes, part) {
  const isIntroduced = part === 'introduced';
  const asked = lined.flatMap(({ hack, first, last }) => {
    const key = isIntroduced ? first : last;
    const commit = isIntroduced ? hack.introduced.commit : hack.removed?.commit;
    return commit === undefined || (!isIntroduced && hack.status !== 'removed')
      ? []
      : [{ part, hack, key, told: commit }];
  });
  const pools = new Map([...changes].map(([key, all]) => [key, poolOf(all, isIntroduced)]));
  const rows = asked.map((row) => ({ ...row, isClaimed: claim(pools.get(row.key), row.told) }));
  return rows.map((row) => {
    if (!row.key) return { ...row, why: 'text not here' };
    const rest = (pools.get(row.key) ?? []).filter(({ count }) => count > 0);
    const expected = rest[0]?.commit;
    return { ...row, expected, why: row.isClaimed ? null : whyNot(row, rest, changes.get(row.key) ?? []) };
  });
}

function poolOf(changes, isIntroduced) {
  const sign = isIntroduced ? 1 : -1;
  return changes.map(({ commit, count }) => ({ commit, count: count * sign })).filter(({ count }) => count > 0);
}

function claim(pool, commit) {
  const entry = pool?.find((candidate) => candidate.commit === commit && candidate.count > 0);
  if (entry) entry.count -= 1;
  return entry !== undefined;
}

function whyNot({ key }, rest, changes) {
  if (key.length < TERSE) return 'too short to be told from others';
  if (changes.length === 0) return 'in a merge, or in no diff';
  return rest.length === 0 ? 'moved or exchanged within a commit, or in a merge' : 'UNEXPLAINED';
}

function printPart(part, rows) {
  const mine = rows.filter((row) => row.part === part && row.why !== 'text not here');
  const equal = mine.filter(({ why }) => why === null || why === DROPPED).length;
  const unexplained = mine.filter(({ why }) => why === 'UNEXPLAINED');
  const share = (count) => `${((100 * count) / Math.max(1, mine.length)).toFixed(1)} %`;
  print(
    `  ${part}: ${equal} of ${mine.length} equal (${share(equal)}), explained ${share(mine.length - unexplained.length)}`,
  );
  for (const [why, all] of groupBy(mine))
    if (why !== null) print(`    ${all.length} ${why}: ${all.slice(0, 3).map(told).join('; ')}`);
}

function groupBy(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.why, [...(groups.get(row.why) ?? []), row]);
  return groups;
}

function told({ hack, told: commit, expected = 'none' }) {
  return `${hack.id.slice(0, 11)} ${commit.slice(0, 9)} not ${expected.slice(0, 9)}`;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
