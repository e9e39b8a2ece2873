// Time of finding markers as a multiple of one any-case RegExp pass with four tags over the same Latin-1 string:
// npm run bench [-- --all]. C-like text without a keyword may take 3, with one in 1 % of its lines 4; no language more than 15.
import { readdirSync, readFileSync } from 'node:fs';
import { languageKey } from '../dist/src/markers/languages/lookup.js';
import { mineBlob } from '../dist/src/markers/mine-blob.js';
import { DEFAULT_RULESET } from '../dist/src/markers/ruleset.js';

// Larger files are skipped.
const SIZE = 4_000_000;
const FOLDER = new URL('../test/fixtures/comments/', import.meta.url);
const C = `/* Moves the ship to another berth. */
static int move_ship(struct ship *ship, const char *berth, int count) {
  if (ship == NULL || berth[0] == '\\0') return -1; // nothing to move
  for (int i = 0; i < count; i++) {
    printf("ship %s goes to \\"%s\\"\\n", ship->name, berth);
    ship->position += i * 4 / 2;
  }
  ship->moved = ship->moved + count;
  return log_move(ship, berth, count);
}
`;

const plain = repeated(C);
// The file as it ships is measured: bytes in, markers out, so that looking for places, lexing and reading all count.
const marked = withKeywords(plain);
print('C without keywords', ratio(plain, 'a.c'), 3);
print('C, 1 % of the lines', ratio(marked, 'a.c'), 4);
for (const file of process.argv.includes('--all') ? readdirSync(FOLDER).toSorted() : []) {
  const path = file.replace(/\.txt$/, '');
  print(path, ratio(withKeywords(repeated(readFileSync(new URL(file, FOLDER), 'latin1'))), path), 15);
}

function ratio(text, path) {
  const bytes = Buffer.from(text, 'latin1');
  const latin1 = bytes.toString('latin1');
  const base = fastest(() => countMatches(/todo|fixme|hack|xxx/gi, latin1));
  return fastest(() => mineBlob(bytes, languageKey(path), DEFAULT_RULESET).markers.length) / base;
}

function repeated(text) {
  return text.repeat(Math.ceil(SIZE / text.length));
}

// A line comment of C in a C text; elsewhere the bare word, which has to be looked at all the same.
function withKeywords(text) {
  return text
    .split('\n')
    .map((line, index) => (index % 100 === 50 ? `${line} // TODO mend` : line))
    .join('\n');
}

function countMatches(regex, text) {
  let count = 0;
  while (regex.test(text)) count++;
  return count;
}

function fastest(work) {
  let best = Infinity;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function print(name, measured, limit) {
  process.stdout.write(`${name.padEnd(22)} ${measured.toFixed(1).padStart(6)} x   (limit ${limit})\n`);
  if (measured > limit) process.exitCode = 1;
}
