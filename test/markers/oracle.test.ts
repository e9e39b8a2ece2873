import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as fc from 'fast-check';
import type { HighlighterCore } from 'shiki/core';
import { findComments } from '../../src/markers/comments.ts';
import { commentMask, neutralChunks, openHighlighter, readSamples } from './textmate.ts';

// Where a TextMate grammar is wrong about its own language: the line, and why.
const KNOWN: Readonly<Record<string, { readonly line: string; readonly why: string }>> = {
  'sample.awk': {
    line: '/a#b/ { print "x # no" } # yes',
    why: 'the grammar takes # inside a regular expression for a comment',
  },
  'sample.groovy': {
    line: 'def d = 4 / 2 // half',
    why: 'the grammar takes a division for the beginning of a slashy string',
  },
  'sample.kt': { line: '/* outer /* inner */ still outer */', why: 'comments nest in Kotlin, not in the grammar' },
  'sample.php': { line: '', why: 'the grammar knows no HTML around the code' },
  'sample.scm': { line: '(define a "x ; no") ; yes', why: 'the grammar lets a comment begin inside a string' },
};

const samples = readSamples();
const compared = samples.filter(({ path }) => KNOWN[path] === undefined);
let highlighter: HighlighterCore;

before(async () => {
  highlighter = await openHighlighter(samples);
});

/** Lines on which a grammar and `findComments` say different things of a character that is no white space. */
function differences(text: string, path: string, grammar: string): string[] {
  const theirs = commentMask(highlighter, text, grammar);
  const ours = theirs.map(() => false);
  for (const { start, end } of findComments(text, path)) ours.fill(true, start, end);
  const lines = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (theirs[at] === ours[at] || /\s/.test(text.charAt(at))) continue;
    lines.add(text.slice(text.lastIndexOf('\n', at) + 1).split('\n')[0] ?? '');
  }
  return [...lines];
}

test('samples of at least 40 languages are compared with their grammars', () => {
  assert.ok(compared.length >= 60, `${compared.length} samples`);
});

for (const { path, text, grammar } of compared) {
  test(`${path}: the ${grammar} grammar finds the same comments`, () => {
    assert.deepEqual(differences(text, path, grammar), []);
  });
}

for (const [path, { line, why }] of Object.entries(KNOWN)) {
  test(`${path}: ${why}`, () => {
    const sample = samples.find((one) => one.path === path);
    assert.ok(sample);
    const lines = differences(sample.text, path, sample.grammar);
    assert.ok(line === '' ? lines.length > 0 : lines.length === 1 && lines[0] === line, lines.join('\n'));
  });
}

// Grammars that lose their way when lines are doubled or words misspelt.
const ORDER_MATTERS: Readonly<Record<string, string>> = {
  'sample.adb': 'a doubled or misspelt line is no statement to the grammar, so its strings are none',
  'sample.hs': 'a misspelt module head swallows the lines behind it',
  'sample.html': 'two elements that share a line confuse it',
  'sample.proto': 'strings are known in known options only',
  'sample.vue': 'a second script element is coloured as text',
};

// Words and signs that change no comment where they are put at the end of a chunk or inside a word.
const CHANGES = ['x', '1', 'ship', '_', '9'];

test('samples cut at neutral lines, shuffled, doubled and with changed words agree as well', () => {
  for (const sample of compared.filter(({ path }) => ORDER_MATTERS[path] === undefined)) {
    const chunks = neutralChunks(highlighter, sample);
    fc.assert(
      fc.property(
        fc.array(fc.nat(chunks.length - 1), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(2000), fc.constantFrom(...CHANGES)), { maxLength: 6 }),
        (order, changes) => {
          let text = order.map((chunk) => chunks[chunk]).join('');
          for (const [place, change] of changes) text = changeWord(text, place, change);
          assert.deepEqual(differences(text, sample.path, sample.grammar), [], text);
        },
      ),
      { numRuns: 15, seed: 7 },
    );
  }
});

test('samples whose grammar minds the order agree with some of their chunks left out', () => {
  for (const sample of compared.filter(({ path }) => ORDER_MATTERS[path] !== undefined)) {
    const chunks = neutralChunks(highlighter, sample);
    fc.assert(
      fc.property(fc.subarray(chunks), (kept) => {
        assert.deepEqual(differences(kept.join(''), sample.path, sample.grammar), [], sample.path);
      }),
      { numRuns: 15, seed: 8 },
    );
  }
});

/** Puts letters into the `place`-th run of at least five letters. */
function changeWord(text: string, place: number, change: string): string {
  const words = [...text.matchAll(/[a-z]{5,}/g)];
  const word = words[place % Math.max(1, words.length)];
  if (!word || /^(?:begin|end|block|const|print|return|comment)/.test(word[0])) return text;
  return `${text.slice(0, word.index + 2)}${change}${text.slice(word.index + 2)}`;
}
