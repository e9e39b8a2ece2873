import { main } from '../../src/cli/main.ts';
import { openStore } from '../../src/store/open.ts';
import { FakeIo } from '../cli/fake-io.ts';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';

/** How a run ended. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in this process, in a folder; the whole pipeline without the price of a new process. */
export async function ask(folder: string, ...argv: readonly string[]): Promise<Answer> {
  const io = new FakeIo(folder);
  Object.assign(io.env, { PATH: BARE_ENVIRONMENT.PATH, HOME: BARE_ENVIRONMENT.HOME });
  const code = await main(argv, io);
  return { code, stdout: io.stdout.text, stderr: io.stderr.text };
}

/** The document of a run that must end well. */
export async function askJson<Document>(folder: string, ...argv: readonly string[]): Promise<Document> {
  const { code, stdout, stderr } = await ask(folder, ...argv, '--json');
  if (code !== 0) throw new Error(`hackdebt ${argv.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Document;
}

/** All that is derived and kept in a database, as comparable text. */
export async function dumpOf(file: string, line = 'main'): Promise<readonly string[]> {
  const store = await openStore({ file, readonly: true });
  try {
    return await store.dumpDerived(line);
  } finally {
    await store.close();
  }
}
