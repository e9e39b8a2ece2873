// Runs a command to its end and tells how long it took and how much memory it and its children held at their worst.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 100;

/** Seconds, and peaks in MB of the process itself and of git below it (shares of pages, PSS; Linux only, else 0). */
export function measure([command, ...args], { stdin, cwd, env }) {
  const input = stdin === undefined ? 'ignore' : openSync(stdin, 'r');
  const begun = process.hrtime.bigint();
  const child = spawn(command, args, { stdio: [input, 'ignore', 'inherit'], cwd, env });
  const peaks = { own: 0, git: 0 };
  const timer = setInterval(() => notePeaks(child.pid, peaks), SAMPLE_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      if (typeof input === 'number') closeSync(input);
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      if (code === 0) resolve({ seconds, ...peaks });
      else reject(new Error(`${command} ${args.slice(0, 8).join(' ')} ended with ${code}`));
    });
  });
}

function notePeaks(pid, peaks) {
  peaks.own = Math.max(peaks.own, pssOf(pid));
  const children = childrenOf(pid).map(pssOf);
  peaks.git = Math.max(
    peaks.git,
    children.reduce((sum, pss) => sum + pss, 0),
  );
}

/** A process may end between two looks at it: then it holds nothing. */
function read(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(error.code)) return '';
    throw error;
  }
}

function pssOf(pid) {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) / 1024;
}

// Threads start children, too.
function childrenOf(pid) {
  const listed = list(`/proc/${pid}/task`).flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(/\s+/));
  return [...new Set(listed.filter((child) => child !== ''))];
}

function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
