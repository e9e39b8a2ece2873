import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parseArgv, type Run } from '../../src/cli/program.ts';
import { UsageError } from '../../src/errors.ts';
import { formatsOf } from '../../src/report/render.ts';
import type { SchemaName } from '../../src/model/report.ts';

function parse(...argv: string[]): Run {
  const invocation = parseArgv(argv, COMMANDS, '0.1.0');
  assert.equal(invocation.kind, 'run');
  return invocation as Run;
}

function complaintOf(...argv: string[]): string {
  try {
    parseArgv(argv, COMMANDS, '0.1.0');
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }
  return assert.fail(`${argv.join(' ')} was accepted`);
}

/** With UPDATE_GOLDEN=1 the files are written anew. */
for (const name of ['hackdebt', ...COMMANDS.map((row) => row.name)]) {
  test(`the help of ${name} is this text`, () => {
    const invocation = parseArgv(name === 'hackdebt' ? ['--help'] : [name, '--help'], COMMANDS, '0.1.0');
    assert.equal(invocation.kind, 'print');
    const text = invocation.kind === 'print' ? invocation.text : '';
    const file = new URL(`../../../test/cli/help/${name}.txt`, import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
    assert.equal(text, readFileSync(file, 'utf8'));
  });
}

test('--version prints the version alone', () => {
  assert.deepEqual(parseArgv(['--version'], COMMANDS, '1.2.3'), { kind: 'print', text: '1.2.3\n' });
});

for (const row of COMMANDS) {
  test(`the formats of ${row.name} are those that can be written`, () => {
    assert.deepEqual(row.formats, formatsOf(`hackdebt.${row.name}/1` as SchemaName));
  });
}

test('common options work before and after the command', () => {
  const expected = [{ format: 'json', file: null }];
  assert.deepEqual(parse('--json', 'list').common.outputs, expected);
  assert.deepEqual(parse('list', '--json').common.outputs, expected);
  assert.deepEqual(parse('--json').common.outputs, expected);
  assert.equal(parse('-C', 'x', 'list', '--limit', '3').common.limit, 3);
});

const OUTPUTS = [
  { argv: ['--output', 'a.txt'], expected: [{ format: 'terminal', file: 'a.txt' }] },
  { argv: ['--output', 'a.json'], expected: [{ format: 'json', file: 'a.json' }] },
  { argv: ['--output', 'a.md'], expected: [{ format: 'markdown', file: 'a.md' }] },
  { argv: ['--output', 'json=a.md'], expected: [{ format: 'json', file: 'a.md' }] },
  { argv: ['--output', './a=b'], expected: [{ format: 'terminal', file: './a=b' }] },
  { argv: ['--json', '--output', 'a.md'], expected: [{ format: 'json', file: 'a.md' }] },
  {
    argv: ['--output', 'json=-', '--output', 'b'],
    expected: [
      { format: 'json', file: null },
      { format: 'terminal', file: 'b' },
    ],
  },
] as const;

for (const { argv, expected } of OUTPUTS) {
  test(`report ${argv.join(' ')} writes ${expected.map(({ format }) => format).join(' and ')}`, () => {
    assert.deepEqual(parse('report', ...argv).common.outputs, expected);
  });
}

const COMPLAINTS: readonly (readonly [argv: string, complaint: RegExp])[] = [
  ['lst', /^"lst" is no command\. Did you mean "list"\? See hackdebt --help\.$/],
  ['lst --tag TODO', /^"lst" is no command\. Did you mean "list"\?/],
  ['tilt', /^"tilt" is no command\. See hackdebt --help\.$/],
  ['list --jsn', /^unknown option '--jsn' \(Did you mean --json\?\)\. See hackdebt list --help\.$/],
  ['--rve x', /^unknown option '--rve' \(Did you mean --rev\?\)\. See hackdebt --help\.$/],
  ['list tilt', /^too many arguments for 'list'\..*\. See hackdebt list --help\.$/],
  ['show', /^missing required argument 'hack'\. See hackdebt show --help\.$/],
  ['show tilt', /^"tilt" is neither an id nor PATH:LINE\./],
  [
    'list --status opne',
    /^--status cannot be "opne"\. Did you mean "open"\? It is one of open, removed, merged, all\.$/,
  ],
  ['list --min-age old', /^--min-age cannot be "old"\./],
  ['list --limit 0', /^--limit cannot be "0"\./],
  ['list --sort tilt', /^--sort cannot be "tilt"\./],
  ['scan --format sarif', /^--format cannot be "sarif"\. It is one of terminal, json\.$/],
  ['list --json --format vimgrep', /^--json and --format vimgrep contradict each other\./],
  ['list --output jsn=a', /^--output cannot be "jsn"\. Did you mean "json"\?/],
  ['list --output json=', /^--output "json=" names no file\./],
  ['list --output a --output json=a', /^--output names a twice\./],
  ['report --demo a --since b', /cannot be used with option/],
  ['report --sprint a --since b', /cannot be used with option/],
  ['markers --stdin', /^--stdin needs to know the language\. Add --stdin-filename/],
  ['markers --stdin-filename a.ts', /Add --stdin\.$/],
  ['markers --stdin --stdin-filename a.ts b.ts', /^--stdin reads standard input\. Leave out the paths\.$/],
  ['markers --stdin --rev a', /cannot be used with option/],
];

for (const [argv, complaint] of COMPLAINTS) {
  test(`"${argv}" is refused with what to do`, () => {
    assert.match(complaintOf(...argv.split(' ')), complaint);
  });
}
