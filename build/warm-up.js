// Runs the program on a small repository of which an earlier run knows everything, and keeps beside it what V8 compiled for that: the code of a
// first scan, which takes seconds, would only make each short run take longer to start.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const { CODE, compile, run } = createRequire(import.meta.url)('../bin/program.js');
const FILES = {
  'hackdebt.config.jsonc': '{ /* nothing of its own */ }\n',
  'main.c': '/* TODO: free it */\nint main(void) {\n  return 0; // FIXME later\n}\n',
};
const HACKDEBT = fileURLToPath(new URL('../bin/hackdebt.js', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'hackdebt-'));
const sink = { on: () => undefined, write: (text, done) => (done?.(), true) };
// Nothing of the user's: neither their hooks and signatures, nor the repository that a hook building this would name.
const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const silence = {
  stdin: process.stdin,
  stdout: sink,
  stderr: sink,
  env,
  cwd: () => folder,
  on: () => undefined,
  off: () => undefined,
};
try {
  const person = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
  const git = (...args) => execFileSync('git', [...person, ...args], { cwd: folder, env });
  git('init', '--quiet');
  for (const [name, text] of Object.entries(FILES)) {
    writeFileSync(join(folder, name), text);
    git('add', '.');
    git('commit', '--quiet', '--message', `A quick hack: ${name}`);
  }
  execFileSync(process.execPath, [HACKDEBT], { cwd: folder, env, stdio: 'ignore' });
  const script = compile();
  const { main } = run(script);
  for (const argv of [['scan'], ['--help']]) {
    const exitCode = await main(argv, silence);
    if (exitCode !== 0) throw new Error(`hackdebt ${argv.join(' ')} ended with ${exitCode}`);
  }
  writeFileSync(CODE, script.createCachedData());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
