import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { main } from '../../src/cli/main.ts';
import { row, type CommandRow } from '../../src/cli/row.ts';
import { UnsoundError, UsageError } from '../../src/errors.ts';
import type { CommandResult, Request, ScanOptions } from '../../src/model/request.ts';
import { temporaryFolder } from '../git/temporary-repository.ts';
import { LIST, SCAN } from '../report/sample-reports.ts';
import { FakeIo, systemError } from './fake-io.ts';

type Run = (request: Request<ScanOptions>) => Promise<CommandResult>;

function read(): ScanOptions {
  return { rev: null, store: true, allowShallow: false };
}

/** A table with one command that does as it is told. */
function rows(run: Run): readonly CommandRow[] {
  const load = (): Promise<{ run: Run }> => Promise.resolve({ run });
  const formats = ['terminal', 'json'] as const;
  return [row({ name: 'scan', summary: 'scan', options: [], examples: [['x', 'y']], formats, read, load })];
}

const scan: Run = () => Promise.resolve({ report: SCAN, exitCode: 0 });

test('a report goes to stdout, nothing to stderr, and the code is the command’s', async () => {
  const io = new FakeIo();
  const code = await main(
    [],
    io,
    rows(() => Promise.resolve({ report: LIST, exitCode: 1 })),
  );
  assert.deepEqual([code, io.stdout.text.split('\n').length, io.stderr.text], [1, 5, '']);
});

const FAILURES = [
  { thrown: new UsageError('"x" is not a revision here.\nFetch it.'), code: 2 },
  { thrown: new UnsoundError('no repository \u001b[31m here.'), code: 3 },
] as const;

for (const { thrown, code } of FAILURES) {
  test(`${thrown.name} is one line and exit code ${code}`, async () => {
    const io = new FakeIo();
    assert.equal(
      await main(
        [],
        io,
        rows(() => Promise.reject(thrown)),
      ),
      code,
    );
    assert.match(io.stderr.text, /^hackdebt: \P{Cc}*\n$/u);
    assert.equal(io.stdout.text, '');
  });
}

test('anything else is a bug: exit code 70 with stack, version and what to do', async () => {
  const io = new FakeIo();
  assert.equal(
    await main(
      [],
      io,
      rows(() => Promise.reject(new TypeError('tilt'))),
    ),
    70,
  );
  assert.match(
    io.stderr.text,
    /bug in hackdebt \d+\.\d+\.\d+ \(Node 2\d.*\nPlease report it .*\nTypeError: tilt\n {4}at /,
  );
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} asks the command to stop and ends with ${code}`, async () => {
    const io = new FakeIo();
    const run: Run = async ({ outside }) => {
      io.emit(signal);
      outside.signal.throwIfAborted();
      return scan({} as Request<ScanOptions>);
    };
    assert.equal(await main([], io, rows(run)), code);
    assert.equal(io.stderr.text, `hackdebt: stopped by ${signal}\n`);
    assert.equal(io.listenerCount(signal), 0);
  });
}

test('a command that did not notice the signal writes nothing all the same', async () => {
  const io = new FakeIo();
  const run: Run = (request) => {
    io.emit('SIGINT');
    return scan(request);
  };
  assert.deepEqual([await main([], io, rows(run)), io.stdout.text], [130, '']);
});

test('a signal ends the waiting for an input that does not come', async () => {
  const io = new FakeIo();
  io.isOpen = true;
  const run: Run = async (request) => {
    setImmediate(() => io.emit('SIGINT'));
    await request.outside.readStdin();
    return scan(request);
  };
  assert.deepEqual([await main([], io, rows(run)), io.stderr.text], [130, 'hackdebt: stopped by SIGINT\n']);
});

test('an error that nobody awaits ends the program as a bug', async () => {
  const io = new FakeIo();
  const run: Run = () => {
    setImmediate(() => io.emit('uncaughtException', new Error('lost')));
    return new Promise(() => undefined);
  };
  assert.equal(await main([], io, rows(run)), 70);
  assert.match(io.stderr.text, /Error: lost/);
});

test('a reader that has gone is a normal end', async () => {
  const io = new FakeIo();
  io.stdout.failure = systemError('EPIPE');
  assert.deepEqual([await main([], io, rows(scan)), io.stderr.text], [0, '']);
});

test('a full disk behind stdout is told', async () => {
  const io = new FakeIo();
  io.stdout.failure = systemError('ENOSPC');
  assert.equal(await main([], io, rows(scan)), 3);
  assert.equal(io.stderr.text, 'hackdebt: the output cannot be written (ENOSPC).\n');
});

test('the command knows its folder, its clock, its input and the CI, and nothing else of the environment', async () => {
  const io = new FakeIo('/home/ann');
  Object.assign(io.env, { CI: 'true', GITHUB_ACTIONS: 'true', SECRET: 'x', HACKDEBT_DB: 'a.db' });
  io.input = ['til', 't'];
  const seen: unknown[] = [];
  const run: Run = async ({ dir, outside, settings }) => {
    const input = Buffer.from(await outside.readStdin()).toString();
    seen.push(dir, outside.now.toISOString(), outside.env, settings.database, input);
    return { report: SCAN, exitCode: 0 };
  };
  await main(['-C', 'pinball'], io, rows(run));
  const env = { CI: 'true', GITHUB_ACTIONS: 'true' };
  assert.deepEqual(seen, ['/home/ann/pinball', '2026-11-18T13:00:00.000Z', env, '/home/ann/a.db', 'tilt']);
});

test('a clock without a zone, or with a date that there is not, is refused', async () => {
  for (const now of ['2026-11-18T13:00', 'yesterday', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z']) {
    const io = new FakeIo();
    io.env['HACKDEBT_NOW'] = now;
    assert.equal(await main([], io, rows(scan)), 2);
    assert.match(io.stderr.text, /^hackdebt: HACKDEBT_NOW=".*" is no date with a zone\. /);
  }
});

const talk: Run = async ({ console }) => {
  console.note('a note\u001b[2J');
  console.detail('a detail');
  return { report: SCAN, exitCode: 0 };
};

test('notes go to stderr, made safe; --quiet silences them and --verbose adds details', async () => {
  const texts: string[] = [];
  for (const argv of [[], ['--quiet'], ['--verbose']]) {
    const io = new FakeIo();
    await main(argv, io, rows(talk));
    texts.push(io.stderr.text);
  }
  assert.deepEqual(texts, ['a note␛[2J\n', '', 'a note␛[2J\na detail\n']);
});

test('every output gets its own format, files relative to where the user stands', async (t) => {
  const io = new FakeIo(temporaryFolder(t));
  const code = await main(['--output', 'json=a.json', '--output', 'terminal=-', '-C', 'away'], io, rows(scan));
  assert.equal(code, 0);
  assert.match(readFileSync(join(io.folder, 'a.json'), 'utf8'), /^\{\n {2}"schema": "hackdebt.scan\/1",/);
  assert.match(io.stdout.text, /^pinball · main/);
});

test('a file is written without touching stdout, and replaces the old one', async (t) => {
  const io = new FakeIo(temporaryFolder(t));
  writeFileSync(join(io.folder, 'a.json'), 'old');
  await main(['--output', 'a.json'], io, rows(scan));
  assert.deepEqual([io.stdout.text, readFileSync(join(io.folder, 'a.json'), 'utf8').startsWith('{')], ['', true]);
});

test('an output that is a link or cannot be written is wrong usage', async (t) => {
  const io = new FakeIo(temporaryFolder(t));
  symlinkSync('/etc/hostname', join(io.folder, 'link'));
  assert.equal(await main(['--output', 'link'], io, rows(scan)), 2);
  assert.equal(await main(['--output', 'no/such/folder.json'], io, rows(scan)), 2);
  assert.match(io.stderr.text, /does not write through links.*\n.*folder\.json" \(ENOENT\)\. Name another file\.\n$/);
});

test('colours only where they are wanted', async () => {
  const io = new FakeIo();
  io.stdout.isTTY = true;
  await main([], io, rows(scan));
  assert.ok(io.stdout.text.startsWith('\u001b[1m'));
  const plain = new FakeIo();
  plain.stdout.isTTY = true;
  await main(['--no-color'], plain, rows(scan));
  assert.ok(!plain.stdout.text.includes('\u001b'));
});
