import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ListReport } from '../../src/model/report.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { fleetStory } from './fleet.ts';
import { ask, askJson } from './ask.ts';
import { BIN } from './start.ts';

let repository: TestRepository;
/** So many hacks that some ids begin with the same four digits. */
let fleet: TestRepository;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hackdebt-usage-'));
  const files = { 'a.ts': '// TODO stow the anchor\nstow();\n\n// TODO stow the sails\nstow(sails);\n' };
  repository = await repositoryOf([{ name: 'root', files }]);
  fleet = await repositoryOf(fleetStory(8), { bare: true });
});

after(async () => {
  await Promise.all([repository.dispose(), fleet.dispose()]);
  await rm(folder, { recursive: true });
});

const NO_HACK = 'no hack of "main" has an id that begins with hd-';

/** What is asked for wrongly, and all that is said about it. Everything is exit code 2, one sentence, and nothing on stdout. */
const WRONG: readonly (readonly [what: string, argv: readonly string[], says: string])[] = [
  ['a folder that is not there', ['scan', '-C', 'atlantis'], 'There is no folder DIR/atlantis.'],
  [
    'an unknown revision',
    ['list', '--at', 'v9'],
    '"v9" is not a revision here. Check the name, or fetch it first: git fetch origin --tags',
  ],
  [
    'a revision that looks like a flag',
    ['scan', '--rev=--output=x'],
    '"--output=x" is not a revision here. Check the name, or fetch it first: git fetch origin --tags',
  ],
  ['an id that fits nothing', ['show', 'hd-00000000'], `${NO_HACK}00000000. See "hackdebt list --status all".`],
  [
    'a place without a hack',
    ['show', 'a.ts:2'],
    'no hack stands on line 2 of "a.ts" at the tip of "main". That file has them on line 1, 4.',
  ],
  [
    'a demo of nothing',
    ['demo', 'v9'],
    '"v9" is not a revision here. Check the name, or fetch it first: git fetch origin --tags',
  ],
  ['an unknown command', ['lst'], '"lst" is no command. Did you mean "list"? See hackdebt --help.'],
  [
    'an unknown flag',
    ['list', '--stauts', 'all'],
    "unknown option '--stauts' (Did you mean --status?). See hackdebt list --help.",
  ],
  [
    'an unknown sort order',
    ['list', '--sort', 'tuoches'],
    '--sort cannot be "tuoches". Did you mean "touches"? It is one of touches, age, date, path.',
  ],
  [
    'a list of forbidden words without a word',
    ['check', '--forbid', 'XXX', '--forbid', ' ,'],
    '--forbid " ," names nothing. Give a word, or leave the option out.',
  ],
  ['an empty tag', ['list', '--tag', ''], '--tag "" names nothing. Give a word, or leave the option out.'],
  ['a database without a name', ['scan', '--db', ''], '--db names no file. For example --db hacks.db.'],
  ['a folder as a database', ['scan', '--db', '.'], 'DIR is a folder, no database: name a file with --db.'],
  [
    'a folder as a database to rebuild',
    ['doctor', '--rebuild', '--db', '.'],
    'DIR is a folder, no database: name a file with --db.',
  ],
  [
    'an unknown scope where scopes mean nothing',
    ['markers', '--scope', 'nope'],
    '"nope" is no scope of the configuration. Add "scopes" to hackdebt.config.json.',
  ],
  [
    'a configuration that is not there',
    ['scan', '--config', 'gone.json'],
    '--config "gone.json" cannot be read (ENOENT). Name a file.',
  ],
];

for (const [what, argv, says] of WRONG) {
  test(`${what} is exit code 2 and one sentence`, async () => {
    const { code, stdout, stderr } = await ask(repository.dir, ...argv);
    const said = stderr.replaceAll(repository.dir, 'DIR');
    assert.deepEqual({ code, stdout, said }, { code: 2, stdout: '', said: `hackdebt: ${says}\n` });
  });
}

for (const argv of [['agenda', '--out', 'AGENDA.md'], ['list']]) {
  test(`${argv.join(' ')} in a folder that is gone is exit code 2 and one sentence`, async () => {
    const gone = await mkdtemp(join(folder, 'gone-'));
    const shell = 'rmdir "$PWD" && exec "$@"';
    const { stderr, status } = spawnSync('sh', ['-c', shell, 'sh', process.execPath, BIN, ...argv], {
      cwd: gone,
      encoding: 'utf8',
    });
    assert.deepEqual([status, stderr], [2, 'hackdebt: the current folder is gone. Go to one that exists.\n']);
  });
}

test('the beginning of two ids is not enough, and the first of them are named', async () => {
  const { hacks } = await askJson<ListReport>(fleet.dir, 'list', '--sort', 'path');
  const ids = hacks.map(({ id }) => id).toSorted();
  const beginning = ids.map((id) => id.slice(0, 7)).find((id, index) => ids[index + 1]?.startsWith(id)) ?? '';
  const [one, other] = ids.filter((id) => id.startsWith(beginning));
  const { code, stdout, stderr } = await ask(fleet.dir, 'show', beginning);
  const says = `hackdebt: ${beginning} means 2 hacks (${one}, ${other}). Give more of the id.\n`;
  assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: says });
});

const BAD_CONFIGS = [
  ['an unknown key', '{ "tgs": ["TODO"] }', 'unknown key "tgs". Did you mean "tags"?'],
  ['a broken file', '{ "tags": [', /./],
  ['a value of another kind', '{ "tags": "TODO" }', '"tags" cannot be "TODO".'],
] as const;

for (const [what, text, says] of BAD_CONFIGS) {
  test(`${what} in the configuration is exit code 2, with its file and line`, async () => {
    const file = join(folder, 'bad.json');
    await writeFile(file, text);
    const { code, stdout, stderr } = await ask(repository.dir, 'scan', '--config', file);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^hackdebt: \S*bad\.json:1[^\n]*\n$/);
    assert.ok(typeof says === 'string' ? stderr.includes(says) : says.test(stderr), stderr);
  });
}

test('the configuration at the root of the repository is held to the same rules', async () => {
  const bad = { name: 'configure', files: { 'hackdebt.config.json': '{ "sprnt": { "start": "monday" } }' } };
  await using configured = await repositoryOf([bad]);
  const { code, stderr } = await ask(configured.dir, 'scan');
  assert.equal(code, 2);
  assert.match(stderr, /^hackdebt: hackdebt\.config\.json:1[^\n]*unknown key "sprnt"\. Did you mean "sprint"\?\n$/);
});

test('a folder that is in no repository is exit code 3', async () => {
  const { code, stdout, stderr } = await ask(folder, 'scan');
  const says = `hackdebt: ${folder} is not in a git repository. Give the folder of one with -C DIR.\n`;
  assert.deepEqual({ code, stdout, stderr }, { code: 3, stdout: '', stderr: says });
});

const SAID_OF_NOTHING = [
  [['scan'], /, no commits yet · 0 commits, 0 new\n0 open$/m],
  [['list'], /^No hack matches\.$/m],
  [['report'], /^No hacks\.$/m],
  [['markers'], /^0 markers$/m],
  [['doctor'], /main has no commit yet/],
  [['scan', '--json'], /"at": null/],
  [['list', '--json'], /"hacks": \[\]/],
  [['report', '--json'], /"at": null/],
  [['markers', '--json'], /"markers": \[\]/],
] as const;

for (const [argv, says] of SAID_OF_NOTHING) {
  test(`${argv.join(' ')} of a repository without commits is a sensible answer`, async () => {
    await using empty = await repositoryOf([]);
    const { code, stdout, stderr } = await ask(empty.dir, ...argv);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, says);
  });
}
