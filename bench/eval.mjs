// Precision and recall of the detector on labelled comments: node bench/eval.mjs FOLDER [--list].
// FOLDER holds CSV files with a column `Abstract` (a comment, its line breaks lost) and `label` or `code` (yes, no).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findMarkers } from '../dist/src/index.js';

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run eval -- FOLDER [--list]\n');
  process.exitCode = 2;
} else evaluate(folder, flags.includes('--list'));

function evaluate(root, list) {
  const total = { tags: count(), both: count() };
  print(['file', 'comments', 'admissions', 'tags P', 'R', 'F1', '+ phrases P', 'R', 'F1']);
  for (const file of csvFiles(root)) {
    const rows = labelled(readFileSync(file, 'utf8'));
    if (rows.length === 0) continue;
    const result = { tags: count(), both: count() };
    for (const row of rows) {
      const markers = findMarkers(row.text, 'A.java');
      const tag = markers.some((marker) => marker.kind === 'tag');
      add(result.tags, tag, row.yes);
      add(result.both, markers.length > 0, row.yes);
      if (list && markers.length > 0 !== row.yes) {
        process.stderr.write(
          `${row.yes ? 'MISSED' : 'FALSE '} ${markers[0]?.tag ?? ''}: ${row.text.replace(/\s+/g, ' ').slice(0, 240)}\n`,
        );
      }
    }
    print([
      file.slice(root.length),
      rows.length,
      rows.filter((row) => row.yes).length,
      ...figures(result.tags),
      ...figures(result.both),
    ]);
    for (const kind of ['tags', 'both'])
      for (const key of Object.keys(total[kind])) total[kind][key] += result[kind][key];
  }
  print([
    'all',
    total.tags.tp + total.tags.fp + total.tags.fn + total.tags.tn,
    total.tags.tp + total.tags.fn,
    ...figures(total.tags),
    ...figures(total.both),
  ]);
}

function count() {
  return { tp: 0, fp: 0, fn: 0, tn: 0 };
}

function add(counts, found, real) {
  counts[(found === real ? 't' : 'f') + (found ? 'p' : 'n')]++;
}

function figures({ tp, fp, fn }) {
  const precision = tp / (tp + fp);
  const recall = tp / (tp + fn);
  return [precision, recall, (2 * precision * recall) / (precision + recall)].map((figure) => figure.toFixed(3));
}

function print(cells) {
  process.stdout.write(
    `${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(36) : String(cell).padStart(11))).join('')}\n`,
  );
}

function csvFiles(root) {
  return readdirSync(root)
    .toSorted()
    .map((name) => join(root, name))
    .flatMap((path) => (statSync(path).isDirectory() ? csvFiles(path) : path.endsWith('.csv') ? [path] : []));
}

function labelled(text) {
  const [header = [], ...rows] = parseCsv(text);
  const comment = header.indexOf('Abstract');
  const label = header.includes('code') ? header.indexOf('code') : header.indexOf('label');
  return rows
    .filter((row) => comment >= 0 && (row[label] === 'yes' || row[label] === 'no'))
    .map((row) => ({ text: restored(row[comment]), yes: row[label] === 'yes' }));
}

// In the data, line comments below each other and the lines of a block are joined by spaces.
function restored(comment) {
  if (comment.startsWith('//')) return comment.replace(/\s+\/\/(?=[\s\w@])/g, '\n//');
  return comment.replace(/\s+\*(?=\s)(?!\/)/g, '\n *');
}

function parseCsv(text) {
  const rows = [];
  let row = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
