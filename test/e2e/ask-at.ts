import { main } from '../../src/cli/main.ts';
import { FakeIo } from '../cli/fake-io.ts';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';
import type { Answer } from './ask.ts';

/** Where and when somebody asks. */
export interface Asker {
  readonly dir: string;
  /** ISO-8601 with zone. */
  readonly now: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program in this process at a moment. */
export async function askAt({ dir, now, env = {} }: Asker, ...argv: readonly string[]): Promise<Answer> {
  const io = new FakeIo(dir);
  Object.assign(io.env, { PATH: BARE_ENVIRONMENT.PATH, HOME: BARE_ENVIRONMENT.HOME, HACKDEBT_NOW: now }, env);
  const code = await main(argv, io);
  return { code, stdout: io.stdout.text, stderr: io.stderr.text };
}

/** What a run printed that must end well. */
export async function tellAt(asker: Asker, ...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await askAt(asker, ...argv);
  if (code !== 0) throw new Error(`hackdebt ${argv.join(' ')} ended with ${code}: ${stderr}`);
  return stdout;
}

/** The document of a run that must end well. */
export async function readAt<Document>(asker: Asker, ...argv: readonly string[]): Promise<Document> {
  return JSON.parse(await tellAt(asker, ...argv, '--json')) as Document;
}
