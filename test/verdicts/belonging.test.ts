import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { belongsTo } from '../../src/verdicts/belonging.ts';

interface Change {
  readonly path?: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly text?: string;
}

function belongs({ path = 'soup.test.js', before, after, text = 'taste it' }: Change): boolean {
  const ties = { wording: { tag: 'TODO', text }, names: ['cook', 'serveGuests'] };
  const source = (content: string | null) => (content === null ? null : buildSource(path, content));
  return belongsTo(ties, source(before), source(after));
}

test('a changed caller in another file belongs to the code it calls', () => {
  assert.equal(belongs({ before: 'test(() => {\n  cook(1);\n});\n', after: 'test(() => {\n  cook(2);\n});\n' }), true);
});

test('a file that comes or goes counts with all its lines', () => {
  const file = 'export function cook() {\n}\n';
  assert.equal(belongs({ before: null, after: file }), true);
  assert.equal(belongs({ before: file, after: null }), true);
});

test('names in comments and in unchanged lines are no change', () => {
  assert.equal(belongs({ before: 'cook();\n// cook\nrest();\n', after: 'cook();\n// cook it\nrest(1);\n' }), false);
});

test('code changed in a file whose name the admission says belongs to it', () => {
  const change = { path: 'oven.config.js', before: 'heat = 1;\n', after: 'heat = 2;\n' };
  assert.equal(belongs({ ...change, text: 'keep the oven away from here' }), true);
  assert.equal(belongs({ ...change, text: 'keep the soup away from here' }), false);
});

test('a comment changed in a file whose name the admission says is no change of code', () => {
  const change = { path: 'oven.config.js', before: 'heat = 1; // low\n', after: 'heat = 1; // high\n' };
  assert.equal(belongs({ ...change, text: 'keep the oven away from here' }), false);
});

test('a twin of the admission that is paid in another file belongs to it', () => {
  const twin = '// TODO(ann) taste it\nserve(soup);\n';
  assert.equal(belongs({ before: twin, after: 'serve(taste(soup));\n' }), true);
  assert.equal(belongs({ before: twin, after: twin.replace('serve', 'keep') }), false);
});
