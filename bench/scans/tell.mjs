// What was measured, as lines for a terminal and as rows of the README's table.
const TABLE = [
  'repository',
  'commits',
  'blobs',
  "git's floor",
  'cold',
  'nothing new',
  '1 new',
  '100 new',
  'memory',
  'database',
  'markers / git grep / leasot',
];

export function tellSubject({ name, facts, rows }) {
  const titles = new Map(rows.map((row) => [row.name, row.title]));
  const cold = rowOf(rows, 'cold');
  say(
    `\n${name}: ${facts.commits} commits, ${facts.blobs} blobs (${megabytes(facts.bytes)}), ${facts.trackedFiles} files`,
  );
  for (const row of rows) {
    const ratio = row.against === undefined ? '' : `${row.ratio.toFixed(2).padStart(7)} x ${titles.get(row.against)}`;
    say(`  ${row.title.padEnd(36)} ${row.median.toFixed(3).padStart(8)} s${ratio}`);
  }
  say(
    `  speed     ${(facts.commits / cold.median).toFixed(0)} commits/s, ${(facts.bytes / 1e6 / cold.median).toFixed(0)} MB/s`,
  );
  say(
    `  memory    ${cold.peakMB.own.toFixed(0)} MB own, ${cold.peakMB.git.toFixed(0)} MB git, at the peak of the cold scan`,
  );
  say(
    `  database  ${megabytes(facts.database)}, ${percent(facts.database / facts.pack)} of a pack of ${megabytes(facts.pack)}`,
  );
}

/** Time or size over time or size, as powers of what grew: 1 is linear. Mining is what a cold scan takes longer than a warm one. */
export function tellGrowth({ name, steps }) {
  say(`\nGrowth with the number of ${name}:`);
  for (const step of steps) {
    const figures = `${step.floor.toFixed(2)} s git, ${step.cold.toFixed(2)} s cold, ${step.warm.toFixed(2)} s warm`;
    say(
      `  ${String(step.size).padStart(6)}  ${figures}, ${step.own.toFixed(0)} MB, database ${megabytes(step.database)}`,
    );
    if (step.exponents) say(`          as a power: ${Object.entries(step.exponents).map(tellPower).join(', ')}`);
  }
}

export function tellTable(subjects) {
  say(`\n| ${TABLE.join(' | ')} |\n| ${TABLE.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`);
  for (const subject of subjects) say(`| ${cellsOf(subject).join(' | ')} |`);
}

export function tellMachine({ cpu, cores, memoryGB, node, git }) {
  say(`${cpu}, ${cores} cores, ${memoryGB} GB, Node ${node}, ${git}`);
}

function cellsOf({ name, facts, rows }) {
  const timed = (key) => {
    const row = rowOf(rows, key);
    return row === undefined ? '' : `${row.median.toFixed(2)} s`;
  };
  const cold = rowOf(rows, 'cold');
  return [
    name,
    facts.commits.toLocaleString('en'),
    `${facts.blobs.toLocaleString('en')} (${megabytes(facts.bytes)})`,
    timed('floor'),
    `${timed('cold')} (${cold.ratio.toFixed(2)} x)`,
    ...['warm', 'warm1', 'warm100'].map(timed),
    `${cold.peakMB.own.toFixed(0)} + ${cold.peakMB.git.toFixed(0)} MB`,
    `${megabytes(facts.database)} (${percent(facts.database / facts.pack)})`,
    `${['markers', 'grep', 'leasot'].map((key) => rowOf(rows, key).median.toFixed(2)).join(' / ')} s`,
  ];
}

function rowOf(rows, name) {
  return rows.find((row) => row.name === name);
}

function tellPower([what, power]) {
  return `${what} ${power.toFixed(2)}`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
