// Lines that grep finds and `markers` does not, by what they are: node bench/trees.mjs FOLDER... [--list].
// Each FOLDER is a git work tree. What stands in a comment and is no marker is always listed: it must be no admission.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../dist/src/markers/decode.js';
import { chooseLanguage, findTokens } from '../dist/src/markers/tokens.js';

const WORDS = 'todo|fixme|hack|xxx';
const cache = new Map();
const BIN = fileURLToPath(new URL('../bin/hackdebt.js', import.meta.url));
const args = process.argv.slice(2);
const folders = args.filter((arg) => !arg.startsWith('--'));
for (const folder of folders) explainFolder(folder);
if (folders.length === 0) {
  process.stderr.write('usage: node bench/trees.mjs FOLDER... [--list]\n');
  process.exitCode = 2;
}

function explainFolder(folder) {
  const lines = grep(folder);
  const { markers, skipped } = JSON.parse(run(folder, process.execPath, [BIN, 'markers', '--json']));
  const known = {
    markers: groupByPath(markers),
    skipped: new Map(skipped.map((file) => [file.path, file.reason])),
  };
  const classes = new Map();
  for (const line of lines) {
    const name = classOf(folder, line, known);
    classes.set(name, [...(classes.get(name) ?? []), line]);
  }
  process.stdout.write(`${folder}: grep finds ${lines.length} lines, markers ${markers.length} markers\n`);
  for (const name of [...classes.keys()].toSorted()) {
    const of = classes.get(name) ?? [];
    process.stdout.write(`${String(of.length).padStart(6)}  ${name}\n`);
    const listed = name !== 'marker' && (args.includes('--list') || name.startsWith('comment'));
    for (const { path, line, text } of listed ? of : [])
      process.stdout.write(`        ${path}:${line}: ${text.trim().slice(0, 160)}\n`);
  }
}

function groupByPath(markers) {
  const groups = new Map();
  for (const marker of markers) groups.set(marker.path, [...(groups.get(marker.path) ?? []), marker]);
  return groups;
}

function grep(folder) {
  const found = [];
  for (const raw of run(folder, 'git', ['grep', '-z', '-nwiE', WORDS]).split('\n')) {
    // `<path> NUL <line> NUL <text>`; a binary file is one line without NUL.
    const [path, line, text] = raw.split('\0');
    if (text !== undefined) found.push({ path, line: Number(line), text });
  }
  return found;
}

function classOf(folder, { path, line }, { markers, skipped }) {
  const reason = skipped.get(path);
  if (reason !== undefined) return `skipped: ${reason}`;
  const there = markers.get(path) ?? [];
  if (there.some((marker) => marker.line === line)) return 'marker';
  if (there.some((marker) => marker.line < line && line <= marker.endLine)) return 'more text of a marker';
  const text = decodeText(readFileSync(join(folder, path)));
  const { comments, literals } = tokensOf(text, path);
  const start = startOfLine(text, line);
  const source = text.slice(start).split(/\r\n|\n|\r/, 1)[0] ?? '';
  const places = [...source.matchAll(/(?<![\w])(?:todo|fixme|hack|xxx)(?![\w])/gi)].map(({ index }) => start + index);
  if (places.some((at) => holds(comments, at))) return `comment: ${shapeOf(source)}`;
  if (chooseLanguage(text, path).row?.prose)
    return places.some((at) => holds(literals, at)) ? 'text for people: code in it' : 'text for people';
  return places.every((at) => holds(literals, at))
    ? 'string, template or regex literal'
    : `code: ${chooseLanguage(text, path).row?.name ?? 'unknown language'}`;
}

function tokensOf(text, path) {
  const tokens = cache.get(text) ?? findTokens(text, path);
  cache.set(text, tokens);
  return tokens;
}

// Heuristic: why the words of a comment's line are no tag.
function shapeOf(line) {
  if (/https?:\/\/\S*(?:todo|fixme|hack|xxx)/i.test(line)) return 'address';
  if (/["'`](?:todo|fixme|hack|xxx)\b|\b(?:todo|fixme|hack|xxx)["'`]/i.test(line)) return 'quoted word';
  if (/[\w./#:-](?:todo|fixme|hack|xxx)\b|\b(?:todo|fixme|hack|xxx)(?:[-.][\w-]|\(\)|::|=)/i.test(line))
    return 'part of a name';
  return 'other';
}

function startOfLine(text, line) {
  let at = 0;
  for (let left = line - 1; left > 0; left--) at = text.indexOf('\n', at) + 1;
  return at;
}

function holds(ranges, at) {
  return ranges.some(({ start, end }) => start <= at && at < end);
}

function run(folder, command, commandArgs) {
  return spawnSync(command, commandArgs, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout;
}
