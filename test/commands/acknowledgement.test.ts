import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speaksOf } from '../../src/commands/mining/acknowledgement.ts';

test('a message that shares two words with an admission speaks of its matter, whatever their endings', () => {
  assert.equal(speaksOf('Cook: refining the oven types', 'refine oven type'), true);
  assert.equal(speaksOf('Remove TODO comments', 'remove this comment when the oven is refined'), false);
  assert.equal(speaksOf('Refine the soup', 'refine oven type'), false);
});
