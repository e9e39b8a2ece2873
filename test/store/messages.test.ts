import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subjectOf, trailersOf } from '../../src/store/messages.ts';

test('the subject is the first paragraph on one line, as git shows it', () => {
  assert.equal(subjectOf('\nAdd salt\nand pepper\n\nIt was bland.\n'), 'Add salt and pepper');
});

test('a message of nothing has an empty subject', () => {
  assert.equal(subjectOf('\n \n'), '');
});

test('lines that name further authors are kept, others are not', () => {
  const message = 'Add salt\n\nSigned-off-by: A <a@x>\nCo-authored-by: B <b@x>\nco-authored-by: C <c@x>\n';
  assert.equal(trailersOf(message), 'Co-authored-by: B <b@x>\nco-authored-by: C <c@x>');
});

test('a message without such lines keeps null', () => {
  assert.equal(trailersOf('Add salt\n'), null);
});
