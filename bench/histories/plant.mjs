// Writes a history with one `git fast-import`.
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { textOf, Tree } from './edits.mjs';

const STEP_SECONDS = 1800;
const START = 1_500_000_000;

/** A bare repository of the shape (a row of shapes.mjs) at `folder`. */
export function plant(shape, folder) {
  const stream = `${folder}.stream`;
  const file = openSync(stream, 'w');
  for (const text of story(shape)) writeSync(file, text);
  closeSync(file);
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', folder]);
  const input = openSync(stream, 'r');
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], { stdio: [input, 'ignore', 'inherit'] });
  closeSync(input);
  rmSync(stream);
  // fast-import compares each blob with the one before it, of whatever file: no pack that anybody has is like that.
  execFileSync('git', ['-C', folder, 'repack', '-adfq'], { stdio: 'inherit' });
}

function* story(shape) {
  const tree = new Tree(shape);
  const writer = new Writer();
  yield writer.commit({ branch: 'main', changes: tree.files.map(write) });
  while (writer.count < shape.commits) {
    const isMerge = shape.mergeEvery > 0 && writer.count % shape.mergeEvery === 0;
    const isRename = shape.renameEvery > 0 && writer.count % shape.renameEvery === 0;
    if (isMerge) yield* sideBranch(tree, writer);
    else if (isRename) yield writer.commit({ branch: 'main', changes: renamed(tree, writer.count) });
    else yield writer.commit({ branch: 'main', changes: tree.edit(1).map(write) });
  }
}

/** Two commits beside two of the mainline, then the merge. */
function* sideBranch(tree, writer) {
  const changed = new Set();
  const from = writer.tip;
  for (let left = 2; left > 0; left -= 1) {
    const files = tree.edit(0);
    for (const one of files) changed.add(one);
    yield writer.commit({ branch: 'side', from: left === 2 ? from : undefined, changes: files.map(write) });
  }
  const side = writer.tip;
  yield writer.commit({ branch: 'main', changes: tree.edit(1).map(write) });
  yield writer.commit({ branch: 'main', merge: side, changes: [...changed].map(write) });
}

function renamed(tree, number) {
  const { file, from } = tree.rename(number);
  return [`R ${from} ${file.path}\n`];
}

function write(file) {
  return `M 100644 inline ${file.path}\n${data(textOf(file))}`;
}

class Writer {
  count = 0;
  tip = '';

  commit({ branch, from, merge, changes }) {
    this.count += 1;
    this.tip = `:${this.count}`;
    const who = `Ann ${this.count % 23} <ann${this.count % 23}@harbour.example> ${START + this.count * STEP_SECONDS} +0000`;
    const parents = `${from ? `from ${from}\n` : ''}${merge ? `merge ${merge}\n` : ''}`;
    const head = `commit refs/heads/${branch}\nmark ${this.tip}\nauthor ${who}\ncommitter ${who}\n`;
    return `${head}${data(`Change number ${this.count}\n`)}${parents}${changes.join('')}\n`;
  }
}

function data(text) {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
