// Time of finding markers as a multiple of one any-case RegExp pass with four tags over the same Latin-1 string:
// npm run bench:lexer [-- --all | FOLDER...]. C-like text without a keyword may take 3, with one in 1 % of its lines 4; no language more
// than 15. Both are timed in turns, and the median of the ratios counts, so that what else the machine does weighs on both alike.
import { findMarkers } from '../dist/src/markers/find-markers.js';
import { languageKey } from '../dist/src/markers/languages/lookup.js';
import { mineBlob } from '../dist/src/markers/mine-blob.js';
import { DEFAULT_RULESET } from '../dist/src/markers/ruleset.js';
import { cText } from './c-text.mjs';
import { denseText, readLanguages, samples, usualText, withKeywords } from './language-texts.mjs';

const SIZE = 4_000_000;
const ROUNDS = 9;

const folders = process.argv.slice(2).filter((word) => word !== '--all');
if (folders.length > 0) {
  for (const { name, text, path } of readLanguages(folders, SIZE)) print(name, { ...marked(text, path), limit: 15 });
} else {
  const plain = cText(SIZE);
  print('C without keywords', { text: plain, path: 'a.c', limit: 3 });
  print('C, 1 % of the lines', { text: withKeywords(plain, ' // TODO mend'), path: 'a.c', limit: 4 });
}
for (const { path, sample } of process.argv.includes('--all') ? samples() : []) {
  const size = SIZE / 2;
  print(path, { ...marked(usualText({ path, sample, size }), path), limit: 15 });
  print(`${path} dense`, { ...marked(denseText(sample, size), path), limit: 15 });
}

/** The text with a keyword in every hundredth line, in the kind of comment in which most are found. */
function marked(text, path) {
  const comments = [
    '//',
    '#',
    '--',
    '%',
    ';',
    '/* */',
    '<!-- -->',
    '{# #}',
    '(* *)',
    '"',
    "'",
    '!',
    '\nREM',
    '*>',
    '\\ ',
  ];
  const written = comments.map((comment) => {
    const [open, close = ''] = comment.split(' ');
    return withKeywords(text, ` ${open} TODO mend ${close}`.trimEnd());
  });
  const counts = written.map((one) => findMarkers(one.slice(0, 200_000), path).length);
  return { text: written[counts.indexOf(Math.max(...counts))], path };
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
  const spent = `pass ${((median(pass) * 1e6) / text.length).toFixed(2)} ns a character`;
  const figures = `${ratio.toFixed(1).padStart(6)} x   (${verdict}; from bytes ${read.toFixed(1)} x; ${spent})`;
  process.stdout.write(`${name.padEnd(24)} ${figures}\n`);
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
