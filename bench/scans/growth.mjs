// How time and memory grow when one thing grows and all else stays.
import { ROWS } from './rows.mjs';
import { runRows } from './run-rows.mjs';
import { sizeOf } from './subject.mjs';

const MEASURED = new Set(['node', 'nodeGit', 'log', 'blobs', 'floor', 'cold', 'warm']);

/** Figures of one size: times in seconds, memory in MB, the database in bytes. */
export async function measureStep(subject, size, rounds) {
  const rows = await runRows(
    ROWS.filter(({ name }) => MEASURED.has(name)),
    subject,
    rounds,
  );
  const of = (name) => rows.find((row) => row.name === name);
  return {
    size,
    ...Object.fromEntries(['floor', 'cold', 'warm'].map((name) => [name, of(name).median])),
    // What depends on the history alone, without how long processes take to start.
    mining: of('cold').median - of('warm').median,
    own: of('cold').peakMB.own,
    git: of('cold').peakMB.git,
    database: sizeOf(subject.database('now')),
  };
}

/** Adds to each step but the first, as powers, how it grew since the one before. */
export function addExponents(steps) {
  return steps.map((step, index) => {
    const before = steps[index - 1];
    if (before === undefined) return step;
    const power = (what) => Math.log(step[what] / before[what]) / Math.log(step.size / before.size);
    const exponents = { git: power('floor'), mining: power('mining'), warm: power('warm'), memory: power('own') };
    return { ...step, exponents: { ...exponents, database: power('database') } };
  });
}
