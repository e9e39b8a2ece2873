import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderCommits } from '../../src/history/canonical-order.ts';
import type { CommitOid } from '../../src/model/git.ts';

interface Node {
  readonly oid: CommitOid;
  readonly parents: readonly CommitOid[];
}

/** Random graphs: commit i has up to three of the commits before it as parents; the name's first letters shuffle the ties. */
const graphs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.array(fc.nat(), { maxLength: 3 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => {
    const names = rows.map(([shuffle], index) => `${shuffle}-${index}` as CommitOid);
    return rows.map(([, picks], index): Node => {
      const parents = index === 0 ? [] : [...new Set(picks.map((pick) => names[pick % index] as CommitOid))];
      return { oid: names[index] as CommitOid, parents };
    });
  });

function ancestorsOf(nodes: readonly Node[], tip: CommitOid): Map<CommitOid, Node> {
  const all = new Map(nodes.map((node) => [node.oid, node]));
  const found = new Map<CommitOid, Node>();
  const stack = [tip];
  for (let oid = stack.pop(); oid; oid = stack.pop()) {
    const node = all.get(oid);
    if (!node || found.has(oid)) continue;
    found.set(oid, node);
    stack.push(...node.parents);
  }
  return found;
}

test('every ancestor of the tip has its place, after its parents', () => {
  fc.assert(
    fc.property(graphs, (nodes) => {
      const tip = nodes.at(-1)?.oid as CommitOid;
      const commits = ancestorsOf(nodes, tip);
      const order = orderCommits(commits, tip) ?? [];
      const ranks = new Map(order.map(({ commit, rank }) => [commit.oid, rank]));
      assert.equal(ranks.size, commits.size);
      for (const { commit, rank } of order) for (const oid of commit.parents) assert.ok((ranks.get(oid) ?? 0) < rank);
    }),
    { numRuns: 300 },
  );
});

test('the order in which git tells the commits does not matter', () => {
  fc.assert(
    fc.property(graphs, (nodes) => {
      const tip = nodes.at(-1)?.oid as CommitOid;
      const commits = ancestorsOf(nodes, tip);
      const reversed = new Map([...commits].toReversed());
      assert.deepEqual(orderCommits(reversed, tip), orderCommits(commits, tip));
    }),
    { numRuns: 300 },
  );
});

test('the order of a mainline commit is a prefix of that of every later one, and goes on from it', () => {
  fc.assert(
    fc.property(graphs, fc.nat(), (nodes, pick) => {
      const tip = nodes.at(-1)?.oid as CommitOid;
      const commits = ancestorsOf(nodes, tip);
      const order = orderCommits(commits, tip) ?? [];
      const mainline = order.filter(({ position }) => position !== null);
      const middle = mainline[pick % mainline.length];
      if (!middle?.position) return;
      const known = ancestorsOf(nodes, middle.commit.oid);
      const prefix = orderCommits(known, middle.commit.oid) ?? [];
      const start = { oid: middle.commit.oid, rank: middle.rank, position: middle.position };
      const fresh = new Map([...commits].filter(([oid]) => !known.has(oid)));
      assert.deepEqual([...prefix, ...(orderCommits(fresh, tip, start) ?? [])], order);
    }),
    { numRuns: 300 },
  );
});

test('a start off the first-parent chain is refused', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'] as CommitOid[] as [CommitOid, CommitOid, CommitOid, CommitOid];
  const commits = new Map([
    [c, { oid: c, parents: [a] }],
    [d, { oid: d, parents: [c, b] }],
  ]);
  const start = { oid: b, rank: 2, position: 2 } as Parameters<typeof orderCommits>[2];
  assert.equal(orderCommits(commits, d, start), undefined);
});
