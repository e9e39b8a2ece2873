import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { BARE_ENVIRONMENT, runGit } from '../rig/run-git.ts';
import { start } from './start.ts';

const MEGABYTE = 2 ** 20;
const BLOB_MEGABYTES = 500;
/** Half of the blob. What a scan takes without it is a third of that. */
const LIMIT_MEGABYTES = 250;
const LOOK_MS = 20;
const HAS_PROC = process.platform === 'linux';

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hackdebt-large-'));
  await runGit(['init', '--quiet', '--bare', '--template=', '--initial-branch=main', folder], { cwd: tmpdir() });
  await importLargeBlob();
});

after(() => rm(folder, { recursive: true }));

/** Piece by piece: the test itself need not hold it either. */
async function importLargeBlob(): Promise<void> {
  // Not compressed and not compared with anything, this takes half a second.
  const quick = ['-c', 'pack.compression=0', '-c', 'core.bigFileThreshold=1m'];
  const git = spawn('git', [...quick, 'fast-import', '--quiet'], { cwd: folder, env: BARE_ENVIRONMENT });
  const cargo = Buffer.alloc(MEGABYTE, '// TODO: unload the cargo of this ship before the tide turns\n');
  const head = 'commit refs/heads/main\ncommitter Ann <ann@example.org> 1767600000 +0000\ndata 4\nload\n';
  git.stdin.write(`${head}M 100644 inline hold.c\ndata ${BLOB_MEGABYTES * MEGABYTE}\n`);
  for (let left = BLOB_MEGABYTES; left > 0; left -= 1) if (!git.stdin.write(cargo)) await once(git.stdin, 'drain');
  git.stdin.end('\nM 100644 inline deck.c\ndata 23\n// TODO: scrub the deck\n\n');
  const [code] = await once(git, 'close');
  assert.equal(code, 0);
}

/** What the process printed, and the most memory that it held at once, in megabytes. */
async function watch(...argv: readonly string[]): Promise<{ stdout: string; peak: number }> {
  const { child, ended } = start(argv, { cwd: folder });
  let peak = 0;
  const looking = setInterval(() => (peak = Math.max(peak, readPeak(child.pid ?? 0))), LOOK_MS);
  const { code, stdout, stderr } = await ended;
  clearInterval(looking);
  assert.equal(code, 0, stderr);
  return { stdout, peak };
}

/** The system's own high-water mark; 0 once the process is gone. */
function readPeak(pid: number): number {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'latin1') : '';
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

for (const argv of [
  ['scan', '--no-store'],
  ['markers', '--rev', 'main'],
]) {
  test(
    `${argv.join(' ')} never holds a blob of 500 MB`,
    { skip: !HAS_PROC && 'memory is read from /proc' },
    async () => {
      const { stdout, peak } = await watch(...argv);
      assert.match(stdout, /scrub the deck/);
      assert.doesNotMatch(stdout, /unload/);
      assert.ok(peak > 20 && peak < LIMIT_MEGABYTES, `${peak} MB`);
    },
  );
}
