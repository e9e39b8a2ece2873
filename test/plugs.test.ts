import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { COMMANDS } from '../src/cli/commands.ts';
import { CI_STEPS } from '../src/report/ci-steps.ts';
import { folderOf } from './commands/temporary-folder.ts';
import { repositoryOf } from './rig/repository-of.ts';
import { BARE_ENVIRONMENT } from './rig/run-git.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Step {
  readonly name: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

function readRoot(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

const action = parse(readRoot('action.yml')) as Action;

/** A step as the runner would run it: expressions filled in from inputs, a shell that stops at the first error. */
function runStep(
  step: Step,
  cwd: string,
  { inputs, env }: { inputs: Record<string, string>; env: Record<string, string> },
) {
  const fill = (text: string): string =>
    text
      .replaceAll('${{ github.action_path }}', ROOT)
      .replace(
        /\$\{\{ inputs\.([\w-]+) \}\}/g,
        (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
      );
  const own = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, fill(value)]));
  const flags = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run];
  return spawnSync('bash', flags, { cwd, env: { ...BARE_ENVIRONMENT, ...env, ...own }, encoding: 'utf8' });
}

test('the action, run as a runner runs it, annotates, tells its outputs and writes SARIF and the comment', async (context) => {
  const folder = folderOf(context, { output: '', summary: '' });
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_BASE_REF: 'main',
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  };
  const inputs = { args: '--max-new 0', sarif: join(folder, 'x.sarif'), comment: join(folder, 'comment.md') };
  await using repository = await repositoryOf(
    [
      { name: 'base', files: { 'a.js': '// hello\n' } },
      { name: 'work', on: 'topic', parents: ['base'], files: { 'a.js': '// TODO $(touch gone); `x`\n' } },
      { name: 'merge', on: 'merge', parents: ['base', 'work'], files: { 'a.js': '// TODO $(touch gone); `x`\n' } },
    ],
    { head: 'merge' },
  );
  const runs = action.runs.steps.map((step) => runStep(step, repository.dir, { inputs, env }));
  assert.deepEqual(
    runs.map(({ status }) => status),
    [0, 1],
  );
  assert.match(runs[1]?.stdout ?? '', /^::error title=hackdebt maxNew::1 hack new, at most 0 allowed/);
  assert.match(readFileSync(env.GITHUB_OUTPUT, 'utf8'), /verdict<<(\S+)\nfailed\n\1/);
  assert.match(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'), /Gate failed: 1 hack admitted/);
  assert.equal(JSON.parse(readFileSync(inputs.sarif, 'utf8')).version, '2.1.0');
  assert.match(readFileSync(inputs.comment, 'utf8'), /admitted, thanks/);
});

test('no step of the action puts an expression into its script', () => {
  for (const { run, shell } of action.runs.steps) {
    assert.equal(shell, 'bash');
    assert.doesNotMatch(run, /\$\{\{/);
  }
});

/** Scripts of a workflow's or pipeline's jobs. */
function scriptsOf(text: string): string[] {
  const parsed = parse(text) as Record<string, unknown>;
  const jobs = Object.values((parsed['jobs'] ?? parsed) as Record<string, { steps?: Step[]; script?: string[] }>);
  return jobs.flatMap(({ steps = [], script = [] }) => [...steps.flatMap(({ run }) => run ?? []), ...script]);
}

/** Every flag of a command line is one that `check` has. */
function assertKnown(line: string): void {
  const check = COMMANDS.find(({ name }) => name === 'check') ?? assert.fail();
  const known = [...check.options.map(({ flags }) => flags.split(' ')[0]), '--format', '--output', '--yes'];
  for (const flag of line.match(/--[a-z-]+/g) ?? []) assert.ok(known.includes(flag), flag);
}

test('the hook for pre-commit and the component for GitLab call options that exist', () => {
  const [hook] = parse(readRoot('.pre-commit-hooks.yaml')) as { entry: string; language: string }[];
  const [spec, jobs] = parseAllDocuments(readRoot('templates/hackdebt.yml')).map((document) => document.toJS());
  assert.deepEqual(Object.keys(spec.spec.inputs), ['stage', 'args', 'package', 'image']);
  assert.equal(jobs.hackdebt.artifacts.reports.codequality, 'gl-code-quality-report.json');
  for (const line of [hook?.entry ?? '', ...jobs.hackdebt.script]) assertKnown(line);
});

for (const [system, { path, text }] of Object.entries(CI_STEPS)) {
  test(`the step that init writes for ${system} runs this version with options that exist`, () => {
    const { version } = JSON.parse(readRoot('package.json')) as { version: string };
    assert.match(path, /^\.[a-z/]+\.yml$/);
    const [script, ...others] = scriptsOf(text);
    assert.deepEqual(others, []);
    if (!script?.startsWith(`npx --yes hackdebt@${version} check`)) return assert.fail(script);
    assertKnown(script);
  });
}
