// npm run bench -- [REPO...]: hackdebt beside git, beside leasot and beside an empty Node, on histories made here and on real ones.
// --given: only the repositories given. --only NAME: of the histories made here this one (repeatable). --large: 100,000 commits, too.
// --rounds N (3). --out FILE (bench.json).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { plant } from './histories/plant.mjs';
import { GROWTH, SHAPES } from './histories/shapes.mjs';
import { addExponents, measureStep } from './scans/growth.mjs';
import { ROWS } from './scans/rows.mjs';
import { runRows } from './scans/run-rows.mjs';
import { prepare, prepareRest, sizeOf } from './scans/subject.mjs';
import { tellGrowth, tellMachine, tellSubject, tellTable } from './scans/tell.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    given: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    large: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    out: { type: 'string', default: 'bench.json' },
  },
});
const rounds = Number(values.rounds);
const machine = {
  cpu: cpus()[0]?.model,
  cores: availableParallelism(),
  memoryGB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  git: execFileSync('git', ['--version'], { encoding: 'utf8' }).trim(),
};

tellMachine(machine);
const subjects = [];
for (const repository of positionals) subjects.push(await benchSubject(resolve(repository)));
for (const [name, shape] of Object.entries(SHAPES).filter(([key]) => isMade(key))) {
  subjects.push(await withHistory(name, shape, (repository) => benchSubject(repository)));
}
const growth = [];
for (const series of GROWTH.filter((row) => isMade(row.name))) growth.push(await benchGrowth(series));
tellTable(subjects);
writeFileSync(values.out, `${JSON.stringify({ schema: 'hackdebt.bench/2', machine, subjects, growth }, null, 2)}\n`);

function isMade(name) {
  return !values.given && (values.only?.includes(name) ?? true);
}

function benchSubject(repository) {
  return withFolder(async (folder) => {
    const subject = await prepare(repository, folder);
    prepareRest(subject);
    const rows = await runRows(ROWS, subject, rounds);
    const result = { name: subject.name, facts: { ...subject.facts, database: sizeOf(subject.database('now')) }, rows };
    tellSubject(result);
    return result;
  });
}

async function benchGrowth({ name, steps, large, shapeOf }) {
  const measured = [];
  for (const size of values.large && large ? [...steps, large] : steps) {
    const measureIt = (repository) =>
      withFolder(async (folder) => measureStep(await prepare(repository, folder), size, rounds));
    measured.push(await withHistory(`${name}-${size}`, shapeOf(size), measureIt));
  }
  const series = { name, steps: addExponents(measured) };
  tellGrowth(series);
  return series;
}

function withHistory(name, shape, work) {
  return withFolder((folder) => {
    const repository = join(folder, name);
    plant(shape, repository);
    return work(repository);
  });
}

async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'hackdebt-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
