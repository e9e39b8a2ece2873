import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTestPair } from '../../src/verdicts/test-pairs.ts';

const FACTS: readonly [path: string, other: string, isPair: boolean][] = [
  ['src/soup.ts', 'test/soup.test.ts', true],
  ['src/soup.ts', 'src/__tests__/soup.spec.ts', true],
  ['food/soup.py', 'tests/test_soup.py', true],
  ['food/soup.go', 'food/soup_test.go', true],
  ['src/Soup.java', 'src/test/java/SoupTest.java', true],
  ['src/soup.ts', 'test/bread.test.ts', false],
  ['src/soup.ts', 'src/bread.ts', false],
  ['test/soup.test.ts', 'src/pot.ts', true],
  ['test/soup.test.ts', 'test/bread.test.ts', false],
  ['test/soup.test.ts', 'README.md', false],
  ['src/soup.ts', 'src/soup.ts', false],
];

for (const [path, other, isPair] of FACTS) {
  test(`a change of ${other} ${isPair ? 'may be' : 'is not'} what an admission in ${path} asked for`, () => {
    assert.equal(isTestPair(path, other), isPair);
  });
}
