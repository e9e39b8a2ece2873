import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findSights } from '../../../src/markers/find-sights.ts';
import { languageKey } from '../../../src/markers/languages/lookup.ts';
import { DEFAULT_RULESET } from '../../../src/markers/ruleset.ts';
import { VersionReader } from '../../../src/markers/versions/version-reader.ts';
import { PIECES } from './pieces.ts';

const PATHS =
  'a.c a.cpp A.java a.go a.css a.scss a.less a.ts a.js a.jsx a.tsx a.py a.rb a.sh a.rs a.kt a.cs a.swift a.tcl a.php a.vue a.svelte a.html a.md a.yml a.sql a.lua a.tex a.xyz'.split(
    ' ',
  );

/** An edit: what of the pieces is cut out, and what comes there instead. */
interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: readonly string[];
}

const piece = fc.constantFrom(...PIECES);
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(400),
  cut: fc.nat(4),
  put: fc.array(piece, { maxLength: 3 }),
});

function versionsOf(first: readonly string[], edits: readonly Edit[]): string[] {
  let pieces = first;
  const texts = [pieces.join('')];
  for (const { at, cut, put } of edits) {
    pieces = pieces.toSpliced(at % (pieces.length + 1), cut, ...put);
    texts.push(pieces.join(''));
  }
  return texts;
}

function check(path: string, texts: readonly string[], encoding: BufferEncoding = 'utf8'): void {
  const reader = new VersionReader(DEFAULT_RULESET);
  const key = languageKey(path);
  for (const text of texts) {
    const bytes = Buffer.from(text, encoding);
    assert.deepEqual(
      reader.findSights(bytes, { path, key }),
      findSights(bytes, { path, key, ruleset: DEFAULT_RULESET }),
    );
  }
}

for (const path of PATHS) {
  test(`versions of ${path} show the same one after the other as each by itself`, () => {
    const versions = fc.tuple(
      fc.array(piece, { minLength: 60, maxLength: 160 }),
      fc.array(edit, { minLength: 8, maxLength: 12 }),
    );
    fc.assert(
      fc.property(versions, ([first, edits]) => check(path, versionsOf(first, edits))),
      { numRuns: 15 },
    );
  });
}

test('a version without markers in between, another path, and other encodings change nothing', () => {
  const text = 'int a;\n// TODO: mend the fence\nint b;\n';
  check('a.c', [text, 'int a;\n', text, `é${text}`, `\ufeff${text}`, text.replaceAll('\n', '\r\n'), '']);
  check('a.c', [text, `é ${text}`, `é é ${text}`], 'latin1');
  const reader = new VersionReader(DEFAULT_RULESET);
  const found = ['a.c', 'b.py', 'a.c'].map(
    (path) => reader.findSights(Buffer.from(text), { path, key: languageKey(path) }).length,
  );
  assert.deepEqual(found, [1, 0, 1]);
});

test('what is handed in may be overwritten afterwards', () => {
  const reader = new VersionReader(DEFAULT_RULESET);
  const of = { path: 'a.c', key: 'C' };
  const memory = Buffer.from('// TODO: mend\nint a;\n');
  reader.findSights(memory, of);
  memory.fill(32);
  assert.equal(reader.findSights(Buffer.from('// TODO: mend\nint b;\n'), of).length, 1);
});
