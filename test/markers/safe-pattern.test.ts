import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSafePattern } from '../../src/markers/safe-pattern.ts';

const REFUSED = [
  '',
  '(a+)+b',
  '(a|a)*b',
  '(?:a?){9}b',
  'a*a*a*b',
  `${'a?'.repeat(30)}${'a'.repeat(30)}`,
  `${'(a|a)'.repeat(30)}b`,
  '(?=a)b',
  '(?<!a)b',
  '(a)\\1',
  'a*',
  '[',
  '(',
  'x'.repeat(201),
];
for (const pattern of REFUSED) {
  test(`${JSON.stringify(pattern.slice(0, 40))} is refused with a reason`, () => {
    assert.match('problem' in buildSafePattern(pattern) ? JSON.stringify(buildSafePattern(pattern)) : '', /problem/);
  });
}

const TAKEN: readonly (readonly [pattern: string, text: string])[] = [
  ['should (?:never|not) happen', 'this should never happen'],
  ['clean[- ]?up .* later', 'cleanup this later'],
  ['(?:shall|will)? break soon', 'it will break soon'],
  ['\\bABC-\\d+\\b', 'see ABC-12'],
  ['[^a]+z{2,9}', 'bzz'],
];
for (const [pattern, text] of TAKEN) {
  test(`${pattern} is taken and finds "${text}"`, () => {
    const safe = buildSafePattern(pattern);
    assert.ok('source' in safe);
    assert.match(text, new RegExp(safe.source, 'iu'));
  });
}

test('twice as much hostile text takes no more than about twice as long', () => {
  const safe = buildSafePattern('[^x]*[^y]*!');
  assert.ok('source' in safe);
  const regex = new RegExp(safe.source, 'giu');
  const time = (length: number): number => {
    const start = performance.now();
    regex.lastIndex = 0;
    regex.test('a'.repeat(length));
    return performance.now() - start;
  };
  time(1000);
  assert.ok(time(8000) < 10 * Math.max(1, time(2000)));
});
