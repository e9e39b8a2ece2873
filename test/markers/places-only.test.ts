import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { findMarkersAt, markersAmong, markersOf } from '../../src/markers/find-markers.ts';
import { languageKey } from '../../src/markers/languages/lookup.ts';
import { firstCharsOf } from '../../src/markers/lexer/first-chars.ts';
import { LineIndex } from '../../src/markers/lines.ts';
import { findPassages } from '../../src/markers/passage-groups.ts';
import { findPlaces } from '../../src/markers/prefilter.ts';
import { DEFAULT_RULESET } from '../../src/markers/ruleset.ts';
import { chooseLanguage, isProse, lexChosen } from '../../src/markers/tokens.ts';

const FOLDER = new URL('../../../test/fixtures/comments/', import.meta.url);
const SAMPLES = readdirSync(FOLDER).map((file) => ({
  key: languageKey(file.replace(/\.txt$/, '')),
  text: readFileSync(new URL(file, FOLDER), 'utf8'),
}));
const PIECES = `TODO: mend|HACK|// workaround|# FIXME x|/*|*/|"|'|\`|\${|}|{|<!--|-->|<<E|E|//|#|--|"""|\\`.split('|');

/** Markers as they are found, and with every token of the text known. */
function bothWays(text: string, key: string): readonly [unknown, unknown] {
  const ruleset = DEFAULT_RULESET;
  const places = findPlaces(text, ruleset);
  const language = chooseLanguage(text, '', key);
  const tokens = lexChosen(text, language);
  const lines = new LineIndex(text);
  const known = { text, places, language: language.row, isProse: isProse(language), tokens, lines };
  const passages = findPassages(text, tokens.comments, places);
  const all = markersAmong(known, passages, { ruleset, readPassage: markersOf });
  return [findMarkersAt(text, places, { ruleset, path: '', key }), all];
}

test('passing over tokens that nobody asks for changes no marker, in any language', () => {
  const change = fc.tuple(fc.nat(), fc.constantFrom('', '\n', ' '), fc.constantFrom(...PIECES), fc.nat(30));
  const changes = fc.tuple(fc.constantFrom(...SAMPLES), fc.array(change, { maxLength: 6 }));
  fc.assert(
    fc.property(changes, ([{ key, text }, edits]) => {
      let changed = text;
      for (const [at, before, piece, cut] of edits) {
        const start = at % (changed.length + 1);
        changed = changed.slice(0, start) + before + piece + changed.slice(start + cut);
      }
      const [found, all] = bothWays(changed, key);
      assert.deepEqual(found, all, key);
    }),
    { numRuns: 1500 },
  );
});

for (const [what, text] of [
  [
    'a comment behind code goes on below, at its own column',
    'f(); // needs\n     // TODO: mend\n     // it\ng(); // x\n',
  ],
  ['lines end with a carriage return alone', 'f(); // a\r// TODO: mend\r// it\rg();\n// x\n'],
] as const) {
  test(`where ${what}, the marker is the same as with every token known`, () => {
    const [found, all] = bothWays(text, 'C');
    assert.deepEqual(found, all);
    assert.deepEqual(
      (found as { text: string }[]).map((marker) => marker.text),
      ['mend it'],
    );
  });
}

test('comments behind the marker belong to it where short leaps went before', () => {
  for (let divisions = 0; divisions < 12; divisions++) {
    const code = 'a = b / c;\n'.repeat(divisions);
    const [found] = bothWays(`${code}// TODO: mend\n// the\n// old\n// mast\nf();\n${code}`, 'JavaScript');
    assert.deepEqual(
      (found as { text: string }[]).map((marker) => marker.text),
      ['mend the old mast'],
    );
  }
});

for (const [source, chars] of [
  ['//', ['/']],
  ['a?b|[cd]', ['a', 'b', 'cd']],
  ['(?:x|y)*\\s', ['x', 'y', '\\s']],
  ['#(?<=^#)[^\\n]*', ['#']],
  ['(?=[\\r\\n])', ['\\r\\n']],
  ['(?<!\\w)\\^', ['\\^']],
  ['.x', undefined],
  ['[^a]', undefined],
  ['a*', undefined],
] as const) {
  test(`a match of ${source} begins with ${chars?.join(' or ') ?? 'anything'}`, () => {
    assert.deepEqual(firstCharsOf(source), chars);
  });
}
