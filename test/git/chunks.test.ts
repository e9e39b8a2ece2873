import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { UnsoundError } from '../../src/errors.ts';
import { FrameReader, type Frame } from '../../src/git/batch-frames.ts';
import { LOG_FORMAT, LogParser } from '../../src/git/log-parser.ts';
import { BARE_ENVIRONMENT, repositoryOf } from './temporary-repository.ts';

/** Places to cut an output into chunks. */
const CUTS = fc.array(fc.nat(2000), { maxLength: 40 });

function cut(output: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [0, ...places.map((place) => place % output.length).toSorted((a, b) => a - b), output.length];
  return sorted.slice(1).map((end, index) => output.subarray(sorted[index] ?? 0, end));
}

function parseLog(chunks: readonly Buffer[]): unknown {
  const parser = new LogParser();
  return [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.finish()];
}

test('the log means the same however it is cut into chunks', (t) => {
  const folder = repositoryOf(t, [
    {
      files: [
        ['a\nb', 'x'],
        ['c', 'y'],
      ],
    },
    { message: 'two\n\nlines' },
    { removed: ['c'] },
  ]);
  const format = `--format=tformat:${LOG_FORMAT}`;
  const args = ['log', '-z', '--raw', '--root', '--no-abbrev', '--no-renames', '--date=raw', format];
  const output = execFileSync('git', args, { cwd: folder, env: BARE_ENVIRONMENT });
  const whole = parseLog([output]);
  fc.assert(fc.property(CUTS, (places) => assert.deepEqual(parseLog(cut(output, places)), whole)));
});

const CONTENTS = [
  Buffer.from(''),
  Buffer.from('\n'),
  Buffer.from('a missing\n'),
  Buffer.alloc(300, 7),
  Buffer.from('end'),
];
const OUTPUT = Buffer.concat([
  ...CONTENTS.flatMap((content, index) => [
    Buffer.from(`${String(index).repeat(40)} blob ${content.length}\n`),
    content,
    Buffer.from('\n'),
  ]),
  Buffer.from('main:no such file missing\n'),
]);

function framesOf(chunks: readonly Buffer[], sizeLimit: number): Frame[] {
  const reader = new FrameReader(sizeLimit);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'main:no such file']) reader.expect(name);
  const frames: Frame[] = [];
  for (const one of chunks) {
    const chunk = Buffer.from(one);
    for (let at = 0; at < chunk.length;) {
      const { next, frame } = reader.read(chunk, at);
      at = next;
      if (frame !== undefined) frames.push({ ...frame, bytes: frame.bytes && Buffer.from(frame.bytes) });
    }
    // The next chunk comes in the same memory.
    chunk.fill(0xff);
  }
  assert.ok(reader.isSettled);
  return frames;
}

test('objects come whole and in order however the output is cut into chunks', () => {
  fc.assert(
    fc.property(CUTS, (places) => {
      const frames = framesOf(cut(OUTPUT, places), 1000);
      assert.deepEqual(
        frames.map((frame) => frame.bytes),
        [...CONTENTS, null],
      );
      assert.deepEqual(
        frames.map((frame) => frame.size),
        [0, 1, 10, 300, 3, -1],
      );
    }),
  );
});

test('an object above the limit is passed over, and the next is right', () => {
  fc.assert(
    fc.property(CUTS, (places) => {
      const frames = framesOf(cut(OUTPUT, places), 299);
      assert.deepEqual(
        frames.map((frame) => frame.bytes === null),
        [false, false, false, true, false, true],
      );
      assert.equal(frames[3]?.size, 300);
    }),
  );
});

test('an output that is no frame is refused', () => {
  for (const garbage of ['what is this\n', `${'1'.repeat(40)} blob 2\nabcd\n`, `${'1'.repeat(40)} blob -1\n`]) {
    assert.throws(() => framesOf([Buffer.from(garbage)], 1000), UnsoundError);
  }
});

test('a log that is none, or breaks off inside a commit, is refused', () => {
  for (const garbage of ['hello', 'hello\0', 'a\0b\0c\0d\0e\0f\0g\0h\0i\0', `${'1'.repeat(40)}\0\0a\0`]) {
    assert.throws(() => parseLog([Buffer.from(garbage)]), UnsoundError);
  }
});
