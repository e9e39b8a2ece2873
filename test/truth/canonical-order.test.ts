import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Orderable } from './canonical-order.ts';
import { canonicalOrder } from './canonical-order.ts';
import { generateHistory } from './generate-history.ts';

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** Commits named by a letter that is also their oid; each with the letters of its parents. */
function orderOf(graph: Record<string, string>): string {
  const letters = Object.keys(graph);
  const commits: (Orderable & { letter: string })[] = [];
  for (const [index, letter] of letters.entries()) {
    const parents = [...(graph[letter] ?? '')].map((parent) => letters.indexOf(parent));
    const ancestors = new Set([index, ...parents.flatMap((parent) => [...(commits[parent]?.ancestors ?? [])])]);
    commits.push({ index, letter, parents, ancestors });
  }
  return canonicalOrder(commits, ({ letter }) => letter)
    .order.map((index) => letters[index])
    .join('');
}

test('a merge brings its commits in just before itself', () => {
  assert.equal(orderOf({ r: '', b: 'r', c: 'r', a: 'b', z: 'ac', d: 'z' }), 'rbaczd');
});

test('oids settle ties inside one merge only', () => {
  assert.equal(orderOf({ r: '', x: 'r', b: 'r', a: 'r', m: 'xba' }), 'rxabm');
});

test('commits that are no ancestors of the tip are left out', () => {
  assert.equal(orderOf({ r: '', x: 'r', m: 'r' }), 'rm');
});

test('the order of an earlier mainline commit is a prefix of the order of a later one', () => {
  for (let seed = 1; seed <= 15; seed += 1) {
    const { commits } = generateHistory(seed);
    const whole = canonicalOrder(commits, nameOf);
    for (const position of whole.mainline) {
      const { order } = canonicalOrder(commits.slice(0, position + 1), nameOf);
      assert.deepEqual(order, whole.order.slice(0, order.length), `seed ${seed}, c${position}`);
    }
  }
});
