import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/store/open.ts';
import { filledFile, freshFile, story } from './galley.ts';
import { blobsOf, foldOf } from './story-fold.ts';
import { dice } from './story.ts';

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url));

function work(what: string, file: string, uid?: number): ChildProcess {
  const options = { stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'], cwd: '/' };
  return spawn(process.execPath, [WORKER, what, file], uid === undefined ? options : { ...options, uid });
}

async function outputOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  assert.equal(code, 0);
  return text;
}

async function dumpOf(file: string): Promise<readonly string[]> {
  const store = await openStore({ file });
  const dump = await store.dumpDerived('main');
  assert.deepEqual(await store.findDamage(), []);
  await store.close();
  return dump;
}

async function expectedDump(): Promise<readonly string[]> {
  const store = await openStore({ file: ':memory:' });
  await store.writeSights('rules', blobsOf(story));
  await store.writeFold('main', foldOf(story, 0, story.told.length));
  return store.dumpDerived('main');
}

test('two first runs at once both succeed and leave the rows of one', async (context) => {
  const file = freshFile(context);
  await Promise.all([outputOf(work('scan', file)), outputOf(work('scan', file))]);
  assert.deepEqual(await dumpOf(file), await expectedDump());
});

test('runs that take turns lose nothing', async (context) => {
  const file = freshFile(context);
  await Promise.all([outputOf(work('count', file)), outputOf(work('count', file))]);
  const store = await openStore({ file });
  assert.equal((await store.readAliases('main')).length, 40);
  await store.close();
});

test('a run that has to wait says so and then has its turn', async (context) => {
  const file = freshFile(context);
  const store = await openStore({ file });
  const waiting = await store.exclusively(async () => {
    const child = work('scan', file);
    const [said] = await once(child.stdout ?? child, 'data');
    assert.match(String(said), /Another run of hackdebt is at work on .*: waiting for it/);
    return child;
  });
  assert.match(await outputOf(waiting), /at work/);
  await store.close();
});

test(
  'a run killed at any moment leaves a sound database, and the next run the rows of one',
  { timeout: 60_000 },
  async (context) => {
    const file = freshFile(context);
    const seed = Date.now() % 100_000;
    context.diagnostic(`seed ${seed}`);
    const roll = dice(seed);
    for (let round = 0; round < 12; round++) {
      const child = work('scan', file);
      const closed = once(child, 'close');
      const isStarted = await Promise.race([
        once(child.stdout ?? child, 'data').then(() => true),
        closed.then(() => false),
      ]);
      if (isStarted) await new Promise((resolve) => void setTimeout(resolve, roll(40)));
      child.kill('SIGKILL');
      await closed;
    }
    await outputOf(work('scan', file));
    assert.deepEqual(await dumpOf(file), await expectedDump());
  },
);

test('where the folder cannot be written the store works in memory and says so', async (context) => {
  const file = await filledFile(context);
  const folder = dirname(file);
  chmodSync(dirname(folder), 0o755);
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  // Nothing stops the super-user from writing, so the worker is somebody else.
  const child = work('read', file, process.getuid?.() === 0 ? 65_534 : undefined);
  const output = await outputOf(child).finally(() => chmodSync(folder, 0o755));
  const told = JSON.parse(output) as { note: string; hacks: number };
  assert.match(told.note, /cannot be written: working in memory, nothing is kept/);
  assert.equal(told.hacks, foldOf(story, 0, story.told.length).fold.hacks.length);
  assert.deepEqual(await dumpOf(file), await expectedDump());
});
