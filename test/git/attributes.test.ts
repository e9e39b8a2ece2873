import assert from 'node:assert/strict';
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Attributes } from '../../src/git/attributes.ts';
import { parseAttributes } from '../../src/git/attribute-rules.ts';
import { compileGlob } from '../../src/git/attribute-glob.ts';
import type { RepoPath } from '../../src/model/git.ts';
import { git, open, openedRepositoryOf, repositoryOf, temporaryFolder } from './temporary-repository.ts';

test('generated, vendored, language and binary are read from the tip, nearest folder first', async (t) => {
  const repository = await openedRepositoryOf(t, [
    {
      files: [
        [
          '.gitattributes',
          '# all\n*.pb.go linguist-generated\nlib/** linguist-vendored=true\n*.dat binary\n*.tpl linguist-language=HTML\n* -text\n',
        ],
        ['lib/own/.gitattributes', '* -linguist-vendored\n'],
        ['lib/own/x.pb.go', 'x'],
      ],
    },
  ]);
  const tip = await repository.require('main');
  const attributes = await repository.attributes((await repository.tree(tip)).files);
  const plain = { isGenerated: undefined, isVendored: undefined, language: undefined, isBinary: false };
  const expected: Record<string, unknown> = {
    'a/b.pb.go': { ...plain, isGenerated: true },
    'lib/x.c': { ...plain, isVendored: true },
    'lib/own/x.pb.go': { ...plain, isGenerated: true, isVendored: false },
    'x.dat': { ...plain, isBinary: true },
    'page.tpl': { ...plain, language: 'HTML' },
    'main.c': plain,
  };
  for (const [path, values] of Object.entries(expected))
    assert.deepEqual(attributes.of(path as RepoPath), values, path);
});

test('equal rules have equal keys, other rules another', async (t) => {
  const keys = [];
  for (const rules of ['* text\n', '* text\n', '*.c text\n']) {
    const repository = await openedRepositoryOf(t, [
      {
        files: [
          ['.gitattributes', rules],
          ['a', rules],
        ],
      },
    ]);
    const tree = await repository.tree(await repository.require('main'));
    keys.push((await repository.attributes(tree.files)).key);
  }
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[0], keys[2]);
});

test('a .gitattributes that is a symbolic link says nothing, and none says nothing', async (t) => {
  const link = { mode: '120000', content: '/etc/passwd' };
  const repository = await open(repositoryOf(t, [{ files: [['.gitattributes', link]] }], ['--bare']));
  const attributes = await repository.attributes((await repository.tree(await repository.require('main'))).files);
  assert.deepEqual([attributes.key, attributes.of('a' as RepoPath).isBinary], ['', false]);
});

const WORDS = [
  'text',
  '-text',
  '!text',
  'text=auto',
  'mine',
  '-mine',
  'binary',
  '-binary',
  'diff',
  'linguist-generated=false',
  '-=x',
];
const PIECES = [
  'a',
  'b',
  '*',
  '**',
  '?',
  '/',
  '[ab]',
  '[!a]',
  '[^b-z]',
  '\\a',
  '\\*',
  '.c',
  '[[:alpha:]]',
  '[]-]',
  '[',
  '***',
  '\\',
];
const PATTERN = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(''))
  // Left out: `**` before an escaped slash, which wants one folder at least, and `a**` at the end of a segment, where
  // git 2.39 compares addresses that have nothing to do with each other (wildmatch.c, `prev_p < text`).
  .filter((pattern) => !/\\\/|[^/*]\*{2,}(?:\/|$)/.test(pattern));
const LINE = fc
  .tuple(PATTERN, fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }))
  .map(([pattern, words]) => `${pattern} ${words.join(' ')}\n`);
const RULES = fc.array(LINE, { minLength: 1, maxLength: 5 }).map((lines) => `[attr]mine diff -text\n${lines.join('')}`);
const PATHS = [
  'a',
  'b',
  'ab',
  'a.c',
  'b.c',
  'a/a',
  'a/b',
  'a/b/a.c',
  'ab/ba',
  'a/ab/b',
  'a*',
  '*',
  ']',
  'a/-',
  'a\\',
  'b/[',
  '.c/a',
];
const NAMES = ['text', 'mine', 'binary', 'diff', 'linguist-generated'];

/** Answers of `git check-attr -z`: path, attribute, value, each ended by NUL. */
function askGit(folder: string): string[] {
  const fields = git(
    folder,
    ['check-attr', '-z', '--stdin', ...NAMES],
    PATHS.map((path) => `${path}\0`).join(''),
  ).split('\0');
  const answers: string[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) answers.push(`${fields[at]} ${fields[at + 1]}: ${fields[at + 2]}`);
  return answers;
}

function spell(value: unknown): string {
  if (value === true) return 'set';
  if (value === false) return 'unset';
  return typeof value === 'string' ? value : 'unspecified';
}

test('whatever the rules, git check-attr says the same', (t) => {
  const folder = temporaryFolder(t);
  git(folder, ['init', '--quiet']);
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  const property = fc.property(RULES, RULES, (top, below) => {
    writeFileSync(join(folder, '.gitattributes'), top);
    writeFileSync(join(folder, 'a/.gitattributes'), below);
    const files = new Map([
      ['', parseAttributes(top)],
      ['a/', parseAttributes(below)],
    ]);
    const attributes = new Attributes(files, '');
    const ours = PATHS.flatMap((path) => {
      const values = attributes.valuesOf(path as RepoPath);
      return NAMES.map((name) => `${path} ${name}: ${spell(values.get(name))}`);
    });
    assert.deepEqual(ours, askGit(folder));
  });
  fc.assert(property, { numRuns: 100 });
});

test('a hostile pattern takes no longer than its length allows', () => {
  const glob = compileGlob(`${'*a'.repeat(500)}b`);
  const deep = compileGlob(`${'**/*a/'.repeat(100)}b`);
  const started = performance.now();
  assert.equal(glob('a'.repeat(4000)), false);
  assert.equal(deep('a/'.repeat(2000)), false);
  assert.ok(performance.now() - started < 1000);
});

test('what is at hand is taken, and git is asked for the rest', async (t) => {
  const repository = await openedRepositoryOf(t, [
    {
      files: [
        ['.gitattributes', '*.c linguist-generated\n'],
        ['lib/.gitattributes', '*.c linguist-vendored\n'],
      ],
    },
  ]);
  const { files } = await repository.tree(await repository.require('main'));
  const told = await repository.attributes(files, (path) =>
    path === '.gitattributes' ? Buffer.from('*.c linguist-language=HTML\n') : null,
  );
  const { isGenerated, isVendored, language } = told.of('lib/a.c' as RepoPath);
  assert.deepEqual([isGenerated, isVendored, language], [undefined, true, 'HTML']);
});
