import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysItHeldNoMore, speaksOf } from '../../src/commands/mining/acknowledgement.ts';

test('a message that shares two words with an admission speaks of its matter, whatever their endings', () => {
  assert.equal(speaksOf('Cook: refining the oven types', 'refine oven type'), true);
  assert.equal(speaksOf('Remove TODO comments', 'remove this comment when the oven is refined'), false);
  assert.equal(speaksOf('Refine the soup', 'refine oven type'), false);
});

test('a message that calls the comment outdated says that it held no more', () => {
  assert.equal(saysItHeldNoMore('Remove outdated TODO comments'), true);
  assert.equal(saysItHeldNoMore('Cook: drop comment that is no longer relevant'), true);
  assert.equal(saysItHeldNoMore('Remove TODO\n\nAlso close stale ovens'), false);
  assert.equal(saysItHeldNoMore('Remove TODO which has been addressed'), true);
  assert.equal(saysItHeldNoMore('Clean up TODOs'), false);
});
