import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { CommitWithChanges } from '../../src/model/git.ts';
import { openRepository, type Repository } from '../../src/git/repository.ts';

/** The environment every test runs git in: nobody's configuration, one language, one zone. */
export const BARE_ENVIRONMENT: Record<string, string> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  TZ: 'UTC',
  LC_ALL: 'C',
};

/** A file of a commit: content, or the mode and content (of a submodule: the oid) of something odd. */
export type Content = string | Buffer | { readonly mode: string; readonly content: string | Buffer };

/** One commit of a test's history; `mark` is its place in the list, counted from 1. */
export interface Step {
  readonly branch?: string;
  readonly parents?: readonly number[];
  readonly message?: string | Buffer;
  readonly author?: string;
  readonly encoding?: string;
  readonly files?: readonly (readonly [path: string | Buffer, content: Content])[];
  readonly removed?: readonly (string | Buffer)[];
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(context: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hackdebt-git-')));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs git as a user would, without any hardening. */
export function git(folder: string, args: readonly string[], input?: string | Buffer): string {
  const options = { cwd: folder, env: BARE_ENVIRONMENT, maxBuffer: 1 << 28, ...(input !== undefined && { input }) };
  return execFileSync('git', [...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] }).toString();
}

/** A repository with this history on `main` (a later commit without parents follows the one before it). */
export function repositoryOf(context: TestContext, steps: readonly Step[], init: readonly string[] = []): string {
  const folder = temporaryFolder(context);
  git(folder, ['init', '--quiet', '--initial-branch=main', ...init]);
  if (steps.length > 0) git(folder, ['fast-import', '--quiet', '--date-format=raw'], toStream(steps));
  return folder;
}

/** `repositoryOf`, opened. */
export function openedRepositoryOf(context: TestContext, steps: readonly Step[]): Promise<Repository> {
  return open(repositoryOf(context, steps));
}

export function open(folder: string): Promise<Repository> {
  return openRepository(folder, { env: BARE_ENVIRONMENT });
}

/** All commits of a log. */
export async function toArray(commits: AsyncIterable<CommitWithChanges>): Promise<CommitWithChanges[]> {
  const list: CommitWithChanges[] = [];
  for await (const commit of commits) list.push(commit);
  return list;
}

function toStream(steps: readonly Step[]): Buffer {
  return Buffer.concat(steps.flatMap((step, index) => commitOf(step, index + 1)));
}

function commitOf(step: Step, mark: number): Buffer[] {
  const seconds = 1_700_000_000 + mark * 3600;
  const who = step.author ?? `Ada <ada@example.org> ${seconds} +0100`;
  const [first = mark - 1, ...others] = step.parents ?? (mark === 1 ? [0] : [mark - 1]);
  return [
    Buffer.from(`commit refs/heads/${step.branch ?? 'main'}\nmark :${mark}\n`),
    Buffer.from(`author ${who}\ncommitter Grace <grace@example.org> ${seconds} +0000\n`),
    Buffer.from(step.encoding === undefined ? '' : `encoding ${step.encoding}\n`),
    data(step.message ?? `step ${mark}`),
    Buffer.from(first === 0 ? '' : `from :${first}\n`),
    ...others.map((parent) => Buffer.from(`merge :${parent}\n`)),
    ...(step.removed ?? []).map((path) => Buffer.from(`D ${quote(path)}\n`)),
    ...(step.files ?? []).flatMap(([path, content]) => fileOf(path, content)),
    Buffer.from('\n'),
  ];
}

function fileOf(path: string | Buffer, file: Content): Buffer[] {
  const { mode, content } =
    typeof file === 'string' || Buffer.isBuffer(file) ? { mode: '100644', content: file } : file;
  if (mode === '160000') return [Buffer.from(`M ${mode} ${content.toString()} ${quote(path)}\n`)];
  return [Buffer.from(`M ${mode} inline ${quote(path)}\n`), data(content)];
}

function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

function quote(path: string | Buffer): string {
  const octal = Array.from(Buffer.from(path), (byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return `"${octal.join('')}"`;
}
