import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMessageAdmission } from '../../src/markers/commit-messages.ts';

const ADMITS: readonly (readonly [message: string, tag: string])[] = [
  ['Work around the oven that will not heat', 'WORKAROUND'],
  ['Add workaround for cold soup (#12)', 'WORKAROUND'],
  ['Ugly hack: serve yesterday’s soup', 'HACK'],
  ['Serve twice\n\n* hacky, but it works', 'HACK'],
  ['Temporarily close the kitchen', 'TEMPORARY'],
  ['Temporary fix for #7', 'TEMPORARY'],
  ['Quick fix for the menu', 'QUICK FIX'],
  ['Hard-wire the menu for now', 'FOR NOW'],
  ['Skip failing soup tests', 'DISABLED TEST'],
  ['Disable the tasting test until it is mended', 'DISABLED TEST'],
  ['Serve salads, not yet supported by the till', 'NOT YET'],
  ['Cool the soup\n\nTo work around the slow oven we heat it twice.', 'WORKAROUND'],
];

const ADMITS_NOTHING: readonly string[] = [
  'Remove workaround for the old oven',
  'Drop the ugly hack of last week',
  'Use the real menu instead of a quick hack',
  'Make the menu slightly less ugly',
  'Fix the workaround for cold soup',
  'Replace the temporary fix by a new oven',
  'Revert "Temporarily close the kitchen"',
  "Merge branch 'hack' into main",
  'Re-enable skipped soup tests',
  'Update the TODO list',
  'Store temporary files in the cellar',
  'Add a page about our hackathon',
  'Skip tests on platforms without an oven',
  'Cook\n\nThe hack in the old kitchen was removed.',
  'Cook\n\n> Add workaround for cold soup',
  'Work on the area around the kitchen',
];

for (const [message, tag] of ADMITS) {
  test(`"${message.replaceAll('\n', ' ')}" admits`, () => assert.equal(findMessageAdmission(message)?.tag, tag));
}

for (const message of ADMITS_NOTHING) {
  test(`"${message.replaceAll('\n', ' ')}" admits nothing`, () =>
    assert.equal(findMessageAdmission(message), undefined));
}

test('the text is the line that admits, in one line', () => {
  assert.deepEqual(findMessageAdmission('Serve twice\n\n* hacky,   but it works\n* more'), {
    tag: 'HACK',
    text: '* hacky, but it works',
  });
});

test('a hostile message is read in no time', () => {
  const start = performance.now();
  for (const piece of ['not ', 'fix the ', 'disable a ', 'work ', 'temporary '])
    findMessageAdmission(piece.repeat(20_000));
  assert.ok(performance.now() - start < 1000);
});
