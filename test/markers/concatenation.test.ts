import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { findComments } from '../../src/markers/comments.ts';
import { findMarkers } from '../../src/markers/find-markers.ts';
import { readSamples } from './textmate.ts';

// A `#!` line is a comment at the very beginning of a text only.
const withShebang = (text: string): boolean => text.startsWith('#!');

for (const { path, text } of readSamples().filter(
  (sample) => !withShebang(sample.text) || !sample.path.endsWith('.js'),
)) {
  test(`${path} twice, with a line end between, holds its comments twice`, () => {
    const alone = findComments(text, path).map(({ text: said, line, column }) => ({ said, line, column }));
    const lines = text.split('\n').length;
    const twice = findComments(`${text}\n${text}`, path).map(({ text: said, line, column }) => ({
      said,
      line,
      column,
    }));
    assert.deepEqual(twice, [...alone, ...alone.map((comment) => ({ ...comment, line: comment.line + lines }))]);
  });
}

const LINES: Readonly<Record<string, readonly string[]>> = {
  'a.c': [
    'int a = 1;',
    'b("// no"); // TODO: one',
    '/* FIXME(anna):',
    '  two',
    '*/ c();',
    "char d = '\"';",
    '// hack',
    '',
  ],
  'a.py': ['a = 1', 'b("# no")  # TODO: one', '# FIXME(anna): two', 'c = """', '# no TODO', '"""', ''],
  'a.sh': ['a=1', 'b "# no" # TODO: one', '# FIXME(anna): two', 'c=${d#x} # hack', ''],
  'a.sql': ['SELECT 1;', "INSERT 'x -- no'; -- TODO: one", '/* FIXME: two */', ''],
  'a.html': ['<p>a</p>', '<!-- TODO: one -->', '<script>b() // FIXME: two', '</script>', ''],
};

for (const [path, lines] of Object.entries(LINES)) {
  const text = fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((chosen) => chosen.join('\n'));
  // A line of code in between, so that no comment is carried on.
  test(`${path}: two texts hold the markers of both, the second ones further down`, () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(!opens(one));
        const first = `${one}\n${lines[0] ?? ''}`;
        const second = `${lines[0] ?? ''}\n${other}`;
        const shift = first.split('\n').length;
        const expected = [
          ...findMarkers(first, path),
          ...findMarkers(second, path).map((marker) => ({
            ...marker,
            line: marker.line + shift,
            endLine: marker.endLine + shift,
          })),
        ];
        assert.deepEqual(findMarkers(`${first}\n${second}`, path), expected);
      }),
      { numRuns: 200, seed: 21 },
    );
  });
}

/** Whether a text ends inside a string, a comment or an element. */
function opens(text: string): boolean {
  const quotes = (text.match(/"""/g) ?? []).length;
  return quotes % 2 === 1 || /\/\*(?![^]*\*\/)|<script>(?![^]*<\/script>)/.test(text);
}
