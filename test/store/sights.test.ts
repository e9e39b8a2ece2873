import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { BlobOid } from '../../src/model/git.ts';
import type { Sight } from '../../src/model/marker.ts';
import { openStore } from '../../src/store/open.ts';

const PLAIN = { noNullPrototype: true };
const hash = fc.nat({ max: 2 ** 32 - 1 });
const wording = fc.record(
  {
    kind: fc.constantFrom('tag' as const, 'phrase' as const, 'macro' as const),
    tag: fc.constantFrom('TODO', "DON'T DO THIS"),
    text: fc.string({ unit: 'binary' }),
    owner: fc.option(fc.string()),
    issues: fc.array(fc.string(), { maxLength: 2 }),
    due: fc.option(fc.constant('2026-12-01')),
    priority: fc.nat({ max: 3 }),
    enclosing: fc.option(fc.string()),
    around: fc.record({ before: hash, code: hash, scope: hash }, PLAIN),
  },
  PLAIN,
);
const line = fc.integer({ min: 1, max: 100_000 });
const sight = fc.record({ wording, line, column: line, endLine: line }, PLAIN);
const blob = fc
  .uint8Array({ minLength: 20, maxLength: 20 })
  .map((bytes) => Buffer.from(bytes).toString('hex') as BlobOid);

test('markers come back as they were written', async () => {
  const blobs = fc.uniqueArray(fc.record({ blob, sights: fc.array(sight, { maxLength: 4 }) }), {
    selector: (one) => one.blob,
  });
  await fc.assert(
    fc.asyncProperty(blobs, async (mined) => {
      const store = await openStore({ file: ':memory:' });
      const batch = mined.map((one) => ({ ...one, language: 'c' }));
      await store.writeSights('rules', batch);
      assert.deepEqual(
        await store.readSights('rules', batch),
        batch.map(({ sights }) => sights),
      );
      await store.close();
    }),
    { numRuns: 25 },
  );
});

const soup = 'a'.repeat(40) as BlobOid;
const stew = 'b'.repeat(64) as BlobOid;
const nothing: readonly Sight[] = [];

test('a blob without markers is not the same as a blob never mined', async () => {
  const store = await openStore({ file: ':memory:' });
  await store.writeSights('rules', [{ blob: soup, language: 'c', sights: nothing }]);
  assert.deepEqual(
    await store.readSights('rules', [
      { blob: soup, language: 'c' },
      { blob: stew, language: 'c' },
    ]),
    [nothing, undefined],
  );
});

test('another language or ruleset has markers of its own', async () => {
  const store = await openStore({ file: ':memory:' });
  await store.writeSights('rules', [{ blob: soup, language: 'c', sights: nothing }]);
  assert.deepEqual(await store.readSights('rules', [{ blob: soup, language: 'python' }]), [undefined]);
  assert.deepEqual(await store.readSights('other rules', [{ blob: soup, language: 'c' }]), [undefined]);
});

test('writing a blob twice is no error', async () => {
  const store = await openStore({ file: ':memory:' });
  const batch = [{ blob: stew, language: 'c', sights: nothing }];
  await store.writeSights('rules', batch);
  await store.writeSights('rules', batch);
  assert.deepEqual(await store.readSights('rules', batch), [nothing]);
});
