// What is measured, in the order in which it runs, and what each is compared with. A row without a command is the sum of others.
import { fileURLToPath } from 'node:url';
import { HACKDEBT, removeDatabase, restoreOlder, scanArgs } from './subject.mjs';

const NODE = process.execPath;
const WORDS = 'todo|fixme|hack|xxx';
const LEASOT = fileURLToPath(new URL('./cli/leasot.js', import.meta.resolve('leasot')));

/** `command` says what runs, `before` what is made ready first and not timed, `steps` how old a state is needed. */
export const ROWS = [
  { name: 'node', title: 'node -e 0', command: () => [NODE, '-e', '0'] },
  { name: 'nodeGit', title: 'node -e 0; git rev-parse HEAD', command: nodeThenGit },
  { name: 'help', title: '--help', against: 'node', command: () => [NODE, HACKDEBT, '--help'] },
  { name: 'version', title: '--version', against: 'node', command: () => [NODE, HACKDEBT, '--version'] },
  { name: 'log', title: 'git log --raw, combined', command: (at) => git(at, ['log', ...RAW, 'bench-line']) },
  {
    name: 'blobs',
    title: 'git cat-file --batch of all blobs',
    command: (at) => git(at, ['cat-file', '--batch', '--buffer']),
    stdin: ({ files }) => files.oids,
  },
  { name: 'floor', title: "git's floor: both of them", sum: ['log', 'blobs'] },
  { name: 'cold', title: 'scan, cold', against: 'floor', before: (at) => removeDatabase(at, 'now'), command: scan },
  { name: 'warm', title: 'scan, nothing new', against: 'nodeGit', command: scan },
  { name: 'warm1', title: 'scan, 1 new commit', against: 'nodeGit', steps: 1, command: scanOn },
  { name: 'warm100', title: 'scan, 100 new commits', against: 'nodeGit', steps: 100, command: scanOn },
  { name: 'list', title: 'list', against: 'nodeGit', command: (at) => ask(at, 'list') },
  { name: 'report', title: 'report', against: 'nodeGit', command: (at) => ask(at, 'report') },
  { name: 'check', title: 'check --base HEAD~1', against: 'nodeGit', steps: 1, command: check },
  {
    name: 'patches',
    title: 'git log -p -U0',
    against: 'floor',
    command: (at) => git(at, ['log', '-p', '-U0', 'bench-line']),
  },
  { name: 'blame', title: 'git blame of files with markers', against: 'floor', command: blame, stdin: blameList },
  { name: 'grep', title: `git grep -ciE '${WORDS}'`, command: (at) => git(at, ['grep', '-ciE', WORDS]) },
  { name: 'nodeGrep', title: 'node -e 0 and that grep', sum: ['node', 'grep'] },
  { name: 'markers', title: 'markers', against: 'grep', command: markers },
  { name: 'markersNode', title: 'markers, beside Node and grep', against: 'nodeGrep', sum: ['markers'] },
  { name: 'leasot', title: 'leasot on the same files', against: 'markers', command: leasot },
];

const RAW = ['--raw', '-z', '--no-abbrev', '--no-renames', '--diff-merges=combined'];

function git({ clone }, args) {
  return ['git', '-C', clone, ...args];
}

function nodeThenGit({ clone }) {
  return ['sh', '-c', '"$0" -e 0 && git -C "$1" rev-parse HEAD', NODE, clone];
}

function scan(subject) {
  return [NODE, ...scanArgs(subject, 'now')];
}

function scanOn(subject, { steps }) {
  return [NODE, ...scanArgs(subject, `new-${steps}`)];
}

/** Before a scan that goes on from an older state. */
export function makeReady(subject, { before, steps, command }) {
  before?.(subject);
  if (command === scanOn) restoreOlder(subject, steps, `new-${steps}`);
}

function ask(subject, name) {
  return [NODE, HACKDEBT, name, '-C', subject.clone, '--db', subject.database('now')];
}

function check(subject) {
  return [...ask(subject, 'check'), '--base', 'bench-line~1'];
}

function markers({ clone }) {
  return [NODE, HACKDEBT, 'markers', '-C', clone];
}

function leasot({ files }) {
  return [NODE, LEASOT, '--skip-unsupported', '--exit-nicely', '--reporter', 'json', ...files.tree];
}

function blame({ clone }) {
  return ['xargs', '-0', '-r', '-n1', 'git', '-C', clone, 'blame', '--porcelain', '--'];
}

function blameList({ files }) {
  return files.blame;
}
