import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMarkers } from '../../src/markers/find-markers.ts';
import { buildRuleset } from '../../src/markers/ruleset.ts';

const TRAPS = [
  '// TodoMVC',
  '// Todorov',
  '// toDouble()',
  '// OTODOKE',
  '// XXX-XXXX',
  '// left as a todo for later',
  '// Todo lo que hace',
  '// TODO el conjunto de datos',
  '// NOTE: x',
  '// see http://a.b/TODO: x',
  '// src/todo/list',
  '// a todo-list app',
  '// const TODO = 1',
  '// todo.push(x)',
  '// todo list component',
  '// Todo está bien',
  '// TODO o conteúdo do arquivo',
  '// `TODO:` comments are found',
  '// context.TODO()',
  '// ANTE TODO: seguridad',
  "const s = '// TODO no';",
  '// do not use this',
  "// we don't do this because it is slow",
  '// debug: x',
  '// xxx yyy zzz',
  '// __TODO__',
  '// todo?: Todo',
  '// todo!() is a macro',
  '// pointers that need to be cleaned up later',
  '// tests it in a better way',
  '/** @ugly: prints all on one line */',
  '// see https://a.b/client-workarounds-for-c/12',
  '// see www.a.b/the-good-the-bad-and-the-ugly',
];

for (const trap of TRAPS) {
  test(`${trap} is no marker`, () => assert.deepEqual(findMarkers(trap, 'a.js'), []));
}

const REAL: Readonly<Record<string, string>> = {
  '// @ts-expect-error TODO fix types': 'TODO|fix types',
  '// call(); // todo fix': 'TODO|fix',
  '// not here (TODO remove)': 'TODO|remove',
  '// todo fix': 'TODO|fix',
  '/** @todo fix */': 'TODO|fix',
  '// foo FIXME(anna): x': 'FIXME|x',
  '// foo [HACK] bar': 'HACK|bar',
  '// foo TODO： bar': 'TODO|bar',
  '// TODO do this': 'TODO|do this',
  '// FIX ME please': 'FIXME|please',
  "// TODO don't do this, talk to MySQL": "TODO|don't do this, talk to MySQL",
  '// DO NOT DO THIS!': "DON'T DO THIS|DO NOT DO THIS!",
  '// dont do this at home': "DON'T DO THIS|dont do this at home",
  '// foo (TODO: bar) baz': 'TODO|bar',
  '// TODO: el login': 'TODO|el login',
  '// **TODO** mend': 'TODO|mend',
  '// <TODO> mend': 'TODO|mend',
  '// TODO... mend': 'TODO|mend',
  '// FIXME?: what if it is empty': 'FIXME|what if it is empty',
  '/**\n * Mend.\n * @deprecated a stop-gap solution\n */': 'TEMPORARY|@deprecated a stop-gap solution',
  '// https://a.b/hacky is hacky.': 'HACKY|https://a.b/hacky is hacky.',
  '// a quick\n// and dirty way out': 'QUICK AND DIRTY|a quick and dirty way out',
};

for (const [comment, expected] of Object.entries(REAL)) {
  test(`${comment} is ${expected}`, () => {
    assert.deepEqual(
      findMarkers(comment, 'a.js').map(({ tag, text }) => `${tag}|${text}`),
      [expected],
    );
  });
}

test('owner, issue, due date and priority are read from behind the tag', () => {
  const [marker] = findMarkers('x(); // TODO!!(anna, #12) [2026-12-01]: talk to\n     // MySQL, see ABC-7', 'a.ts');
  assert.deepEqual(marker, {
    line: 1,
    column: 9,
    endLine: 2,
    kind: 'tag',
    tag: 'TODO',
    text: 'talk to MySQL, see ABC-7',
    owner: 'anna',
    priority: 2,
    due: '2026-12-01',
    issues: ['#12', 'ABC-7'],
  });
});

test('several tags in one comment are several markers, each with its text', () => {
  const found = findMarkers('/**\n * TODO: a\n *   b\n * FIXME: c\n *\n * rest\n */', 'a.ts');
  assert.deepEqual(
    found.map(({ tag, text, line, endLine }) => [tag, text, line, endLine]),
    [
      ['TODO', 'a b', 2, 3],
      ['FIXME', 'c', 4, 4],
    ],
  );
});

test('a comment ends where documentation begins or ends', () => {
  const told = (text: string, path: string): string[] => findMarkers(text, path).map(({ text: said }) => said);
  const pot = '/// A pot, with a workaround for its lid.\n';
  assert.deepEqual(told(`// TODO: mend\n${pot}struct Pot;`, 'a.rs'), ['mend', 'A pot, with a workaround for its lid.']);
  assert.deepEqual(told(`${pot}// TODO: mend\nstruct Pot;`, 'a.rs'), ['A pot, with a workaround for its lid.', 'mend']);
  assert.deepEqual(told('/// TODO: mend\n/// the pot\n', 'a.rs'), ['mend the pot']);
  assert.deepEqual(told('# TODO: mend\n#: A pot.\npot = 1\n', 'a.py'), ['mend']);
  assert.deepEqual(told("# TODO: mend\n#' A pot.\npot <- 1\n", 'a.R'), ['mend']);
  // These only draw.
  assert.deepEqual(told('//////////\n// TODO: mend\n//// the pot\n', 'a.ts'), ['mend the pot']);
});

test('own tags may be of any script', () => {
  const ruleset = buildRuleset({ tags: ['待办', 'СДЕЛАТЬ'] });
  assert.deepEqual(
    findMarkers('// 待办修复\n\n// сделать: это', 'a.js', { ruleset }).map(({ tag }) => tag),
    ['待办', 'СДЕЛАТЬ'],
  );
});

test('a tag that another one begins with counts where the longer one goes on', () => {
  const ruleset = buildRuleset({ tags: ['WORK', 'WORK IT'] });
  const [marker] = findMarkers('// WORK ITS way out\n', 'a.js', { ruleset });
  assert.equal(marker?.tag, 'WORK');
});

test('an own phrase counts in any case and over lines, and is told by its title', () => {
  const ruleset = buildRuleset({ phrases: [{ word: 'do it live', title: 'Live' }] });
  assert.deepEqual(
    findMarkers('// Do It\n// live!\n\n// undo it live', 'a.js', { ruleset }).map(({ tag, line }) => [tag, line]),
    [['LIVE', 1]],
  );
});

test('hackdebt-ignore silences its line', () => {
  assert.deepEqual(findMarkers('// TODO: a hackdebt-ignore\n', 'a.js'), []);
});

test('macros count only if asked for', () => {
  assert.deepEqual(findMarkers('fn f() { todo!("later") }', 'a.rs'), []);
  const [macro] = findMarkers('fn f() { todo!("later") }', 'a.rs', { ruleset: buildRuleset({ macros: true }) });
  assert.equal(macro?.kind, 'macro');
});

test('a line that begins with a tag counts in a template of text for people, too', () => {
  const text = '# Ship\n\nTODO: describe it\n\n<%= name %>\n';
  assert.deepEqual(
    findMarkers(text, 'README.md.erb').map(({ line, text: said }) => [line, said]),
    [[3, 'describe it']],
  );
  assert.deepEqual(findMarkers(text, 'README.html.erb'), []);
});

test('an indented comment goes on below without its mark', () => {
  const [marker] = findMarkers('[ship]\n  ; TODO: mend\n  ; the mast\n', 'a.ini');
  assert.deepEqual([marker?.column, marker?.text, marker?.endLine], [5, 'mend the mast', 3]);
});

const TOLD: readonly (readonly [path: string, text: string, told: readonly string[]])[] = [
  // What looks like another language, or like a name.
  ['a.js', '// TODO no longer needed', ['no longer needed']],
  ['a.js', '// TODO per-user settings', ['per-user settings']],
  ['a.js', '// TODO de-duplicate', ['de-duplicate']],
  ['a.js', '// TODO com port', ['com port']],
  ['a.js', '// todo handle non-ascii names', ['handle non-ascii names']],
  ['a.js', '/** @todo no caching */', ['no caching']],
  ['a.go', '// Todo represents a task.\ntype Todo struct{}', []],
  ['a.go', '// Todo: is a task needed?', ['is a task needed?']],
  // Commands and elements of documentation.
  ['a.cpp', '/// \\todo mend it', ['mend it']],
  ['a.cpp', '/**\n * Stirs.\n * \\todo mend it\n * \\param x times\n */', ['mend it']],
  ['A.java', '/**\n * Stirs.\n * <p>TODO for 4.0: mend it</p>\n */', ['for 4.0: mend it']],
  ['a.html', '<!-- <th>TODO</th> -->', []],
  ['a.cs', '/// <summary>\n/// TODO: mend it\n/// </summary>\n/// <param name="x">times</param>', ['mend it']],
  ['a.cs', '/// <summary>TODO: mend it</summary>\n/// <remarks>none</remarks>', ['mend it']],
  ['a.py', 'def f():\n  """TODO: mend it\n  :param z: times\n  """', ['mend it']],
  ['a.py', 'def f():\n  """TODO: mend it\n  Args:\n    x: times\n  """', ['mend it']],
  ['a.rs', '// TODO: mend it\n// SAFETY: it holds', ['mend it']],
  // What leads to the next tag.
  ['A.java', '/**\n * @todo mend it\n * @todo and test it\n */', ['mend it', 'and test it']],
  ['a.js', '// 1) TODO: mend it\n// 2) TODO: test it', ['mend it', 'test it']],
  ['a.js', '// mend (TODO: this) and (TODO: that)', ['this', 'that']],
  ['a.js', '// - [ ] TODO: mend it\n// - [ ] TODO: test it', ['mend it', 'test it']],
  // Marks around a tag.
  ['a.js', '// (TODO) mend it', ['mend it']],
  ['a.js', '// (TODO): mend it', ['mend it']],
  ['A.java', '/* ***HACK*** mend it */', ['mend it']],
  ['a.hs', '-- This is not global. FIXME?', ['']],
  ['a.js', '// =========\n// This is an ugly hack.', ['This is an ugly hack.']],
  ['a.md', '[[ TODO: mend it ]]', ['mend it']],
  // Not the beginning of a comment.
  ['README.unknown', 'ls lib/*\n# TODO: mend it\n', ['mend it']],
  // Comments of few languages.
  ['a.vim', '" TODO: mend it\n" and test it\n"\n" or not', ['mend it and test it']],
  ['a.vim', '  " TODO: mend it\n  " and test it', ['mend it and test it']],
  ['a.html.heex', '<%!-- TODO: mend it --%>', ['mend it']],
  ['a.yaml', '{{/* TODO: mend it */}}\na: 1\n{{- /* TODO: test it */ -}}', ['mend it', 'test it']],
  ['a.tsx', 'const a = <Table<Row> columns={c} />;\n// TODO: mend it\n', ['mend it']],
];

for (const [path, text, told] of TOLD) {
  test(`${JSON.stringify(text)} in ${path} says ${JSON.stringify(told)}`, () => {
    assert.deepEqual(
      findMarkers(text, path).map((marker) => marker.text),
      told,
    );
  });
}
