// How well admissions in commit messages are found: node bench/commit-messages.mjs FOLDER [--list]
// FOLDER holds CSV files with the columns text and classification (`non_debt`, or some kind of debt). Build first.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findMessageAdmission } from '../dist/src/markers/commit-messages.js';

const [folder, flag] = process.argv.slice(2);
const rows = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .flatMap((name) => parseCsv(readFileSync(join(folder, name), 'utf8')));
const tags = new Map();
let found = 0;
let right = 0;
for (const { text, classification } of rows) {
  const admission = findMessageAdmission(text);
  if (!admission) continue;
  const isDebt = classification !== 'non_debt';
  found++;
  right += isDebt ? 1 : 0;
  const [all, good] = tags.get(admission.tag) ?? [0, 0];
  tags.set(admission.tag, [all + 1, good + (isDebt ? 1 : 0)]);
  if (flag === '--list') print(`${isDebt ? 'debt' : '-   '} ${admission.tag}: ${admission.text}`);
}
const debt = rows.filter(({ classification }) => classification !== 'non_debt').length;
print(`${rows.length} messages, ${debt} labelled as debt (most of them as debt that is paid)`);
print(
  `${found} found, ${right} labelled: precision ${(right / found).toFixed(2)}, recall ${(right / debt).toFixed(3)}`,
);
for (const [tag, [all, good]] of [...tags].toSorted(([, one], [, other]) => other[0] - one[0])) {
  print(`  ${tag}: ${good} of ${all}`);
}

function parseCsv(text) {
  const records = [];
  let record = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  const [head, ...rest] = records;
  return rest
    .filter((fields) => fields.length === head.length)
    .map((fields) => Object.fromEntries(head.map((name, index) => [name, fields[index]])));
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
