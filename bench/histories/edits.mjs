// A state of code in motion: files of functions, some of which admit something. The same seed tells the same story.
import { functionText, picker } from '../c-text.mjs';

const PROMISES =
  'handle the empty case|this leaks when the list is long|ask for the lock first|talk to the other server|remove after the release|too slow for many clients|do not copy it twice|the limit is a guess|fails on a full disk|write a test'.split(
    '|',
  );
const TAGS = ['TODO', 'TODO', 'TODO', 'TODO(ann)', 'FIXME', 'FIXME', 'HACK', 'XXX'];

/** What an edit does, and how often of a hundred. Admitting is followed by moving and paying, so that the number stays. */
const EDITS = [
  ...repeat(62, rewriteFunction),
  ...repeat(8, addFunction),
  ...repeat(6, dropFunction),
  ...repeat(10, admit),
  ...repeat(9, pay),
  ...repeat(3, reword),
  ...repeat(2, moveFunction),
];

/** A tree of `files` files of `functions` functions each, in which `hacks` functions admit something. */
export class Tree {
  constructor({ files, functions, hacks, seed }) {
    this.pick = picker(seed);
    this.files = Array.from({ length: files }, (_, index) => ({
      path: `src/${index % 37}/part${index}.c`,
      parts: Array.from({ length: functions }, () => functionText(this.pick)),
    }));
    for (let left = hacks; left > 0; left -= 1) admit(this, this.pick(this.files));
  }

  /** Changes a file of the half that is asked for (0 or 1; a side branch and the mainline do not meet); the files changed. */
  edit(half) {
    const middle = this.files.length >> 1;
    const file = this.pick(half === 0 ? this.files.slice(0, middle) : this.files.slice(middle));
    const other = this.pick(EDITS)(this, file);
    return other === undefined ? [file] : [file, other];
  }

  /** Renames a file; its old path. */
  rename(number) {
    const file = this.pick(this.files);
    const { path } = file;
    file.path = path.replace(/[^/]+$/, `part${number}r.c`);
    return { file, from: path };
  }
}

export function textOf({ parts }) {
  return parts.join('');
}

function rewriteFunction(tree, file) {
  file.parts[indexIn(tree, file)] = functionText(tree.pick);
}

function addFunction(tree, file) {
  file.parts.splice(indexIn(tree, file), 0, functionText(tree.pick));
}

function dropFunction(tree, file) {
  if (file.parts.length > 2) file.parts.splice(indexIn(tree, file), 1);
  else addFunction(tree, file);
}

function admit(tree, file) {
  const index = indexIn(tree, file);
  const at = file.parts[index].indexOf('\n    ') + 1;
  const promise = `    // ${tree.pick(TAGS)}: ${tree.pick(PROMISES)} (${tree.pick(['a', 'b', 'c', 'd'])}${file.parts.length})\n`;
  file.parts[index] = `${file.parts[index].slice(0, at)}${promise}${file.parts[index].slice(at)}`;
}

function pay(tree, file) {
  const index = hackIn(file);
  if (index >= 0) file.parts[index] = functionText(tree.pick);
  else rewriteFunction(tree, file);
}

function reword(tree, file) {
  const index = hackIn(file);
  if (index >= 0) file.parts[index] = file.parts[index].replace(/: (.*) \(/, `: $1, and ${tree.pick(PROMISES)} (`);
  else rewriteFunction(tree, file);
}

// Within the half of the tree that the file is in.
function moveFunction(tree, file) {
  const middle = tree.files.length >> 1;
  const isFirst = tree.files.indexOf(file) < middle;
  const other = tree.pick(isFirst ? tree.files.slice(0, middle) : tree.files.slice(middle));
  const index = hackIn(file);
  if (index < 0 || other === file || file.parts.length < 2) return rewriteFunction(tree, file);
  other.parts.push(...file.parts.splice(index, 1));
  return other;
}

function hackIn({ parts }) {
  return parts.findIndex((part) => part.includes('    // '));
}

function indexIn({ pick }, { parts }) {
  return pick([...parts.keys()]);
}

function repeat(times, edit) {
  return Array.from({ length: times }, () => edit);
}
