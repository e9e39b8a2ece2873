import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProgress } from '../../src/cli/progress.ts';
import { FakeSink } from './fake-io.ts';

/** Shows progress every 10 ms until `until`. */
function play(sink: FakeSink, until: number): { erase(): void } {
  let time = 0;
  const progress = openProgress(sink, () => time);
  for (; time <= until; time += 10) progress.show('Reading commits', time, 2000);
  return progress;
}

function terminal(): FakeSink {
  const sink = new FakeSink();
  sink.isTTY = true;
  return sink;
}

test('nothing is shown before 300 ms', () => {
  const sink = terminal();
  play(sink, 290).erase();
  assert.equal(sink.text, '');
});

test('at most ten pictures a second, and the last one is erased', () => {
  const sink = terminal();
  const progress = play(sink, 1300);
  const pictures = sink.text.split('\r\u001b[K').slice(1);
  assert.equal(pictures.length, 11);
  assert.equal(pictures[0], 'Reading commits 300 of 2,000 (15 %)');
  progress.erase();
  assert.ok(sink.text.endsWith('\r\u001b[K'));
});

test('nothing is shown where stderr is no terminal', () => {
  const sink = new FakeSink();
  play(sink, 2000).erase();
  assert.equal(sink.text, '');
});

test('a line never wraps, and its text cannot act', () => {
  const sink = terminal();
  sink.columns = 20;
  let time = 0;
  const progress = openProgress(sink, () => time);
  time = 400;
  progress.show('\u001b[2J a very long name of a step');
  assert.equal(sink.text, '\r\u001b[K␛[2J a very long na');
});
