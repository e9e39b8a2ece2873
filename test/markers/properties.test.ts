import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { findComments } from '../../src/markers/comments.ts';
import { findMarkers } from '../../src/markers/find-markers.ts';
import { findLanguage } from '../../src/markers/languages/lookup.ts';
import { LANGUAGES } from '../../src/markers/languages/table.ts';

const names = LANGUAGES.map(({ name }) => name);
const PIECES = [
  '"',
  "'",
  '`',
  '/*',
  '*/',
  '//',
  '#',
  '--',
  '{',
  '}',
  '(',
  ')',
  '<',
  '>',
  '<!--',
  '-->',
  '\\',
  '\n',
  '\r\n',
  '\r',
  ' ',
  'a',
  '$',
  '%',
  '=',
  '"""',
  '<<E',
  '{{',
  '${',
  '[[',
  'TODO: x',
  '\0',
  'é',
  '🚢',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

test('there are at least 80 languages, and each is found by its name', () => {
  assert.ok(LANGUAGES.length >= 80);
  for (const language of LANGUAGES) assert.equal(findLanguage(language.name)?.name, language.name);
});

test('in any text of any language comments lie in the text, do not overlap, and stand on their lines', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...names), (source, language) => {
      let last = 0;
      for (const comment of findComments(source, 'x', { language })) {
        assert.ok(comment.start >= last && comment.end > comment.start && comment.end <= source.length);
        assert.equal(comment.text, source.slice(comment.start, comment.end));
        const lines = source.slice(0, comment.start).split(/\r\n|\n|\r/);
        assert.equal(comment.line, lines.length);
        assert.equal(comment.column, (lines.at(-1) ?? '').length + 1);
        last = comment.end;
      }
    }),
    { numRuns: 6000, seed: 11 },
  );
});

test('any text of any language yields sorted markers within its lines', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...names), (source, language) => {
      const lines = source.split(/\r\n|\n|\r/);
      let last = 0;
      for (const { line, column, endLine } of findMarkers(source, 'x', { language })) {
        assert.ok(
          line >= last && endLine >= line && endLine <= lines.length && column <= (lines[line - 1] ?? '').length + 1,
        );
        last = line;
      }
    }),
    { numRuns: 4000, seed: 12 },
  );
});

for (const opener of [
  '(',
  '{',
  '[',
  '/*',
  '"',
  '`${',
  '<a ',
  '"${',
  '#{',
  '<<E ',
  "'",
  '/[',
  '<script>',
  '```',
  '{-',
  '- |\n',
  '$(',
]) {
  test(`many times ${JSON.stringify(opener)} takes linear time in every main language`, () => {
    const source = `${opener.repeat(100_000 / opener.length)} TODO: x`;
    const start = performance.now();
    for (const path of ['a.c', 'a.tsx', 'a.py', 'a.rb', 'a.sh', 'a.html', 'a.md', 'a.yml', 'a.rs'])
      findMarkers(source, path);
    // Quadratic time would be minutes.
    assert.ok(performance.now() - start < 15_000);
  });
}
