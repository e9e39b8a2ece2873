// Runs the program on a small repository, so that V8 has compiled what every command needs, and keeps that code beside it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const { CODE, compile, run } = createRequire(import.meta.url)('../bin/program.js');
const FILES = {
  'hackdebt.config.jsonc': '{ /* nothing of its own */ }\n',
  'main.c': '/* TODO: free it */\nint main(void) {\n  return 0; // FIXME later\n}\n',
  'app.ts': "export function load(): string {\n  // HACK: don't do this at home\n  return 'a';\n}\n",
  'App.tsx': 'export const App = () => <p>{/* TODO: style it */}</p>;\n',
  'tool.py': 'def run():\n    # TODO: test this\n    return 1\n',
  'Main.java': 'class Main {\n  // TODO: log it\n  void run() {}\n}\n',
  'README.md': '# Tool\n\nTODO: tell more\n\n<!-- FIXME: a picture -->\n',
  'site.css': '/* TODO: colours */\np { color: red }\n',
  'run.sh': '#!/bin/sh\n# TODO: quote "$1"\necho "$1"\n',
  'ci.yml': 'on: push # TODO: nightly, too\n',
};
/** Which commands are run after which change of the repository. */
const STEPS = [
  { change: {}, runs: ['scan', 'scan', 'markers'] },
  {
    change: { 'app.ts': 'export const load = (): string => "a";\n', 'go.go': 'package a // TODO: b\n' },
    runs: ['scan'],
  },
  {
    change: { 'main.c': '' },
    runs: ['check --base HEAD~1', 'list', 'list --json', 'report', 'agenda', 'standup', 'trend'],
  },
  {
    change: { 'main.c': 'int main(void) { /* TODO: c */ }\n' },
    runs: ['scan', 'show main.c:1', 'markers --rev HEAD', '--help'],
  },
];

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
  const script = compile();
  const runWell = runnerOf(run(script));
  const person = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
  const git = (...args) => execFileSync('git', [...person, ...args], { cwd: folder, env });
  git('init', '--quiet');
  for (const { change, runs } of [{ change: FILES, runs: [] }, ...STEPS]) {
    for (const [name, text] of Object.entries(change)) writeFileSync(join(folder, name), text);
    git('add', '.');
    git('commit', '--quiet', '--allow-empty', '--message', 'A quick hack for now');
    for (const line of runs) await runWell(line.split(' '));
  }
  writeFileSync(CODE, script.createCachedData());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a command that has to end well: a failed gate does, a bug does not. */
function runnerOf({ main }) {
  return async (argv) => {
    const exitCode = await main(argv, silence);
    if (exitCode > 1) throw new Error(`hackdebt ${argv.join(' ')} ended with ${exitCode}`);
  };
}
