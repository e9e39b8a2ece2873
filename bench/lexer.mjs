// Time of finding markers as a multiple of one any-case RegExp pass with four tags over the same Latin-1 string:
// npm run bench:lexer [-- --all]. C-like text without a keyword may take 3, with one in 1 % of its lines 4; no language more than 15.
// Both are timed in turns, and the median of the ratios counts, so that what else the machine does weighs on both alike.
import { readdirSync, readFileSync } from 'node:fs';
import { findMarkers } from '../dist/src/markers/find-markers.js';
import { languageKey } from '../dist/src/markers/languages/lookup.js';
import { mineBlob } from '../dist/src/markers/mine-blob.js';
import { DEFAULT_RULESET } from '../dist/src/markers/ruleset.js';
import { cText, varied } from './c-text.mjs';

// Larger files are skipped.
const SIZE = 4_000_000;
const ROUNDS = 9;
const FOLDER = new URL('../test/fixtures/comments/', import.meta.url);

const plain = cText(SIZE);
const marked = withKeywords(plain, ' // TODO mend');
print('C without keywords', { text: plain, path: 'a.c', limit: 3 });
print('C, 1 % of the lines', { text: marked, path: 'a.c', limit: 4 });
// The samples are dense: a comment or literal every 15 characters. Their words change from page to page, as those of real files do.
for (const file of process.argv.includes('--all') ? readdirSync(FOLDER).toSorted() : []) {
  const path = file.replace(/\.txt$/, '');
  const sample = readFileSync(new URL(file, FOLDER), 'latin1');
  const text = withKeywords(varied(sample, SIZE), ' // TODO mend');
  print(path, { text, path, limit: 15 });
}

// In every hundredth line.
function withKeywords(text, keyword) {
  return text
    .split('\n')
    .map((line, index) => (index % 100 === 50 ? line + keyword : line))
    .join('\n');
}

function print(name, { text, path, limit }) {
  const bytes = Buffer.from(text, 'latin1');
  const latin1 = bytes.toString('latin1');
  const [pass, ofText, ofBytes] = timesInTurns([
    () => countMatches(/todo|fixme|hack|xxx/gi, latin1),
    () => findMarkers(latin1, path).length,
    () => mineBlob(bytes, languageKey(path), DEFAULT_RULESET).markers.length,
  ]);
  const ratio = median(ofText.map((time, round) => time / pass[round]));
  const read = median(ofBytes.map((time, round) => time / pass[round]));
  const verdict = ratio > limit ? `OVER the limit of ${limit}` : `limit ${limit}`;
  const figures = `${ratio.toFixed(1).padStart(6)} x   (${verdict}; from bytes ${read.toFixed(1)} x; pass ${median(pass).toFixed(1)} ms)`;
  process.stdout.write(`${name.padEnd(22)} ${figures}\n`);
  if (ratio > limit) process.exitCode = 1;
}

function countMatches(regex, text) {
  let count = 0;
  while (regex.test(text)) count++;
  return count;
}

/** Times of each piece of work, in ms; the first rounds, in which the engine compiles, do not count. */
function timesInTurns(works) {
  const times = works.map(() => []);
  for (let round = -3; round < ROUNDS; round++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      work();
      if (round >= 0) times[index].push(performance.now() - start);
    }
  }
  return times;
}

function median(values) {
  return values.toSorted((one, other) => one - other)[values.length >> 1];
}
