import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showsOnlyAscii } from '../../src/cli/charset.ts';

const TERMINALS: readonly (readonly [env: Readonly<Record<string, string>>, isAscii: boolean])[] = [
  [{}, false],
  [{ LANG: 'en_GB.UTF-8', TERM: 'xterm-256color' }, false],
  [{ LC_ALL: 'C.utf8', LANG: 'C' }, false],
  [{ LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, true],
  [{ LANG: 'de_DE.ISO-8859-1' }, true],
  [{ LANG: 'en_GB.UTF-8', TERM: 'linux' }, true],
  [{ TERM: 'dumb' }, true],
];

for (const [env, isAscii] of TERMINALS) {
  test(`a terminal with ${JSON.stringify(env)} shows ${isAscii ? 'only ASCII' : 'all of Unicode'}`, () => {
    assert.equal(showsOnlyAscii(env), isAscii);
  });
}
