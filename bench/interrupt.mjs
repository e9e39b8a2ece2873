// node bench/interrupt.mjs REPO [MOMENTS]: how long a cold scan and its git processes live on after SIGINT, at many moments, and what
// they leave: a sound database, on which the next scan comes to the same hacks as one that nobody stopped.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const HACKDEBT = fileURLToPath(new URL('../bin/hackdebt.js', import.meta.url));
const LIMIT_MS = 1000;
const [repository = '.', moments = '20'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'hackdebt-interrupt-'));
try {
  await interrupt(resolve(repository), Number(moments));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function interrupt(at, count) {
  const begun = performance.now();
  const whole = ask(at, 'whole');
  const duration = performance.now() - begun;
  const waits = [];
  for (let moment = 0; moment < count; moment += 1) {
    const delay = (duration * (moment + 0.5)) / count;
    const { code, wait, left } = await stopAfter(delay, at, `stopped-${moment}`);
    const isSame = ask(at, `stopped-${moment}`) === whole;
    waits.push(wait);
    say(`${delay.toFixed(0).padStart(6)} ms  exit ${code}, all gone after ${wait.toFixed(0)} ms${left}`, isSame);
    if (wait > LIMIT_MS || !isSame) process.exitCode = 1;
  }
  say(`longest ${Math.max(...waits).toFixed(0)} ms, of a scan of ${duration.toFixed(0)} ms`, true);
}

/** Exit code, milliseconds until the whole process group was gone, and what else is to be told. */
async function stopAfter(delay, at, database) {
  const child = spawn(process.execPath, args(at, 'scan', database), { detached: true, stdio: 'ignore' });
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  await Promise.race([setTimeout(delay), ended]);
  const begun = performance.now();
  child.kill('SIGINT');
  const code = await ended;
  const own = performance.now() - begun;
  while (groupOf(child.pid).length > 0) await setTimeout(5);
  const wait = performance.now() - begun;
  return { code, wait, left: wait - own > 10 ? ` (git ${(wait - own).toFixed(0)} ms later)` : '' };
}

/** The processes of a group: `<pid> (<name>) <state> <parent> <group> …` */
function groupOf(group) {
  return readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && statOf(pid).split(') ').at(-1)?.split(' ')[2] === String(group),
  );
}

function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return '';
    throw error;
  }
}

function ask(at, database) {
  return execFileSync(process.execPath, args(at, 'list', database, '--status', 'all', '--json'), { maxBuffer: 2 ** 30 })
    .toString()
    .replace(/"ageDays": [\d.]+/g, '');
}

function args(at, command, database, ...more) {
  return [HACKDEBT, command, ...more, '-C', at, '--db', join(folder, `${database}.db`)];
}

function say(line, isSame) {
  process.stdout.write(`${line}${isSame ? '' : ' AND OTHER HACKS'}\n`);
}
