// npm run bench -- [REPO...]: git's own time against hackdebt's, cold and warm, one after the other, several rounds.
// HACKDEBT_BENCH_OUT=FILE (default bench.json), HACKDEBT_BENCH_ROUNDS=N (default 3).
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listOids } from './list-oids.mjs';
import { measure } from './measure.mjs';

const ROUNDS = Number(process.env.HACKDEBT_BENCH_ROUNDS ?? 3);
const OUT = process.env.HACKDEBT_BENCH_OUT ?? 'bench.json';
const HACKDEBT = fileURLToPath(new URL('../bin/hackdebt.js', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'hackdebt-bench-'));
const results = [];
try {
  const repositories = process.argv.slice(2);
  for (const repository of repositories.length > 0 ? repositories : ['.'])
    results.push(await bench(resolve(repository)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), memoryGB: Math.round(totalmem() / 2 ** 30) };
writeFileSync(
  OUT,
  `${JSON.stringify({ schema: 'hackdebt.bench/1', machine, node: process.version, results }, null, 2)}\n`,
);
say(`\nwritten to ${OUT}`);

async function bench(repository) {
  const { oids, commits, bytes } = await listOids(repository);
  const list = join(folder, 'oids');
  writeFileSync(list, oids.map((oid) => `${oid}\n`).join(''));
  const runs = { log: [], blobs: [], cold: [], warm: [], node: [] };
  let database = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const db = join(folder, `${round}.db`);
    const scan = [HACKDEBT, 'scan', '--quiet', '-C', repository, '--db', db];
    runs.log.push(
      await measure('git', ['-C', repository, 'log', '--raw', '-z', '--no-abbrev', '--diff-merges=combined']),
    );
    runs.blobs.push(await measure('git', ['-C', repository, 'cat-file', '--batch', '--buffer'], { stdin: list }));
    runs.cold.push(await measure(process.execPath, scan));
    runs.node.push(await measure(process.execPath, ['-e', '0']));
    runs.warm.push(await measure(process.execPath, scan));
    database = statSync(db).size;
  }
  return tell({ repository: nameOf(repository), commits, blobs: oids.length, bytes, database }, runs);
}

function nameOf(repository) {
  const name = basename(repository);
  return ['repo', '.git'].includes(name) ? basename(dirname(repository)) : name;
}

function tell(facts, runs) {
  const seconds = Object.fromEntries(
    Object.entries(runs).map(([name, rounds]) => [name, median(rounds.map((round) => round.seconds))]),
  );
  const floors = runs.log.map((log, round) => log.seconds + runs.blobs[round].seconds);
  const ratios = {
    coldToGit: median(runs.cold.map((cold, round) => cold.seconds / floors[round])),
    warmToNode: median(runs.warm.map((warm, round) => warm.seconds / runs.node[round].seconds)),
  };
  const peak = { own: Math.max(...runs.cold.map(({ own }) => own)), git: Math.max(...runs.cold.map(({ git }) => git)) };
  const result = { ...facts, floor: median(floors), seconds, ratios, peakMB: peak, runs };
  say(`${facts.repository}: ${facts.commits} commits, ${facts.blobs} blobs, ${(facts.bytes / 1e6).toFixed(0)} MB`);
  say(`  git log + cat-file  ${result.floor.toFixed(2)} s (${seconds.log.toFixed(2)} + ${seconds.blobs.toFixed(2)})`);
  say(`  hackdebt cold       ${seconds.cold.toFixed(2)} s = ${ratios.coldToGit.toFixed(2)} x git`);
  say(`  hackdebt warm       ${seconds.warm.toFixed(2)} s = ${ratios.warmToNode.toFixed(2)} x node -e 0`);
  say(
    `  speed               ${(facts.commits / seconds.cold).toFixed(0)} commits/s, ${(facts.bytes / 1e6 / seconds.cold).toFixed(0)} MB/s`,
  );
  say(
    `  peak memory         ${peak.own.toFixed(0)} MB own, ${peak.git.toFixed(0)} MB git; database ${(facts.database / 1e6).toFixed(1)} MB`,
  );
  return result;
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
