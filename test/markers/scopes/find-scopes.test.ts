import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findScopes } from '../../../src/markers/scopes/find-scopes.ts';
import { buildSource } from '../../../src/markers/scopes/source-text.ts';
import { LANGUAGES } from './languages.ts';
import { sketch } from './sketch.ts';

for (const { path, text, scopes } of LANGUAGES) {
  test(`the definitions of ${path} are found with kind, name and lines`, () => {
    const found = findScopes(sketch(path, text)).all();
    assert.deepEqual(
      found.map((scope) => `${scope.kind} ${scope.name} ${scope.startLine}-${scope.endLine}`),
      scopes,
    );
  });

  test(`every line of ${path} lies in the innermost definition that has it`, () => {
    const source = sketch(path, text);
    const all = findScopes(source).all();
    const lazy = findScopes(source);
    for (let line = 1; line <= source.lineStarts.length; line += 1) {
      const holding = all.filter((scope) => scope.startLine <= line && line <= scope.endLine);
      assert.equal(lazy.at(line)?.name, holding.at(-1)?.name, `line ${line}`);
    }
  });
}

test('a lost brace in one C function leaves the next one its bounds', () => {
  const source = sketch('a.c', 'int brew(int n) {\n  if (n) {\n  return 1;\n}\n\nint pour(int n) {\n  return 2;\n}\n');
  assert.deepEqual(
    findScopes(source)
      .all()
      .map((scope) => `${scope.name} ${scope.startLine}-${scope.endLine}`),
    ['brew 1-4', 'pour 6-8'],
  );
});

test('branches of the preprocessor that each open the same block count once', () => {
  const source = sketch(
    'a.c',
    'int brew(int n) {\n#ifdef HOT\n  if (n) {\n#else\n  if (!n) {\n#endif\n    n++;\n  }\n  return n;\n}\nint pour(void) {\n}\n',
  );
  assert.deepEqual(
    findScopes(source)
      .all()
      .map((scope) => `${scope.name} ${scope.startLine}-${scope.endLine}`),
    ['brew 1-10', 'pour 11-12'],
  );
});

test('expressions inside templates leave the braces around them in pairs', () => {
  const text =
    'function brew() {\n  pour(`a ${cup({})} b ${"}"}`);\n  it(`is ${hot} tea`, () => {\n    sip();\n  });\n}\nrest();\n';
  assert.deepEqual(
    findScopes(buildSource('a.ts', text))
      .all()
      .map((scope) => `${scope.kind} ${scope.name} ${scope.startLine}-${scope.endLine}`),
    ['function brew 1-6', 'block is ${hot} tea 3-5'],
  );
});

test('prose defines nothing', () => {
  assert.deepEqual(
    findScopes(buildSource('a.md', 'class struggle\n  goes on\n\nfunction follows form {\n}\n')).all(),
    [],
  );
});

test('a program without an extension is known by its first line', () => {
  const source = buildSource('brew', '#!/usr/bin/env python3\ndef brew():\n    pass\n');
  assert.equal(findScopes(source).at(3)?.name, 'brew');
});

test('twenty thousand functions in each other are no trouble', () => {
  const deep = buildSource('a.ts', `${'function f() {\n'.repeat(20_000)}\n${'}\n'.repeat(20_000)}`);
  assert.equal(findScopes(deep).at(20_001)?.startLine, 20_000);
});
