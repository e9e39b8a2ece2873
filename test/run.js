// Node 20 takes every file under a folder as a test, so the compiled *.test.js files are named one by one.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { globbySync } from 'globby';

const pattern = process.argv[2] ?? 'dist/test/**/*.test.js';
const files = globbySync(pattern).toSorted();
// By itself Node leaves one core to the runner, which only waits: with two cores, files would be tested one after the other.
const options = [`--test-concurrency=${availableParallelism()}`, '--test-timeout=240000'];
const runner = spawn(process.execPath, ['--test', ...options, ...files], { stdio: 'inherit' });
runner.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
