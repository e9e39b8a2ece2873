// Node 20 takes every file under a folder as a test, so the compiled *.test.js files are named one by one.
import { spawn } from 'node:child_process';
import { globbySync } from 'globby';

const pattern = process.argv[2] ?? 'dist/test/**/*.test.js';
const files = globbySync(pattern).toSorted();
const runner = spawn(process.execPath, ['--test', '--test-timeout=240000', ...files], { stdio: 'inherit' });
runner.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
