// Runs the rows round by round, so that what else the machine does weighs on all of them alike.
import { measure } from './measure.mjs';
import { makeReady } from './rows.mjs';

/** What took longer than this is not run again. In seconds. */
const LONG = 60;

/** For each row its times in seconds, its peaks in MB, and in `ratios` its times over those of what it is compared with. */
export async function runRows(rows, subject, rounds) {
  const usable = rows.filter(({ steps }) => steps === undefined || subject.older.includes(steps));
  const runs = new Map(usable.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const row of usable) {
      const before = runs.get(row.name);
      if (row.command && !before.some(({ seconds }) => seconds > LONG)) before.push(await runRow(row, subject));
    }
  }
  for (const { name, sum } of usable) if (sum) runs.set(name, addUp(sum.map((part) => runs.get(part))));
  return usable.map((row) => tellRow(row, runs));
}

function runRow(row, subject) {
  makeReady(subject, row);
  return measure(row.command(subject, row), { stdin: row.stdin?.(subject), cwd: subject.clone, env: subject.env });
}

function addUp(parts) {
  const rounds = Math.min(...parts.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => ({
    seconds: parts.reduce((sum, part) => sum + part[round].seconds, 0),
    own: Math.max(...parts.map((part) => part[round].own)),
    git: Math.max(...parts.map((part) => part[round].git)),
  }));
}

function tellRow({ name, title, against }, runs) {
  const own = runs.get(name);
  const other = against === undefined ? undefined : runs.get(against);
  const ratios =
    other === undefined ? [] : own.map(({ seconds }, round) => seconds / (other[round] ?? other[0]).seconds);
  return {
    name,
    title,
    seconds: own.map(({ seconds }) => seconds),
    median: median(own.map(({ seconds }) => seconds)),
    ...(other && { against, ratio: median(ratios), ratios }),
    peakMB: { own: Math.max(...own.map((run) => run.own)), git: Math.max(...own.map((run) => run.git)) },
  };
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
