import { readGit, type GitContext } from './process.ts';
import { brokenOff } from './records.ts';

/** The repository's own configuration: lower-case keys (the middle part as written) and all their values in order. */
export type Settings = ReadonlyMap<string, readonly string[]>;

/** One `git config --list`, of the repository's own files alone (of the worktree's too, if it has one), without what they include. */
export async function readSettings(context: GitContext): Promise<Settings> {
  const args = ['--no-includes', '--show-scope', '-z', '--list'];
  return parseSettings((await readGit(context, { name: 'config', args })).toString());
}

/** `local NUL remote.origin.url LF https://… NUL`; a key without a value has no LF and means true. */
export function parseSettings(output: string): Settings {
  const settings = new Map<string, string[]>();
  const records = output.split('\0');
  // Our own `-c` settings come last: without them the answer is not whole.
  if (records.at(-3) !== 'command') throw brokenOff();
  for (let at = 0; at + 1 < records.length; at += 2) {
    const record = records[at + 1] ?? '';
    if (records[at] !== 'local' && records[at] !== 'worktree') continue;
    const end = record.indexOf('\n');
    const key = end === -1 ? record : record.slice(0, end);
    const values = settings.get(key) ?? [];
    values.push(end === -1 ? 'true' : record.slice(end + 1));
    settings.set(key, values);
  }
  return settings;
}

/** True for a clone that left objects behind to be fetched later (`--filter`). */
export function isPartialClone(settings: Settings): boolean {
  if (settings.has('extensions.partialclone')) return true;
  const promises = [...settings].filter(([key]) => /^remote\..*\.promisor$/s.test(key));
  return promises.some(([, values]) => /^(?:true|yes|on|1)$/i.test(values.at(-1) ?? ''));
}

/** Address of `origin`, else of the first remote, without any password; undefined without a remote. */
export function findRemoteUrl(settings: Settings): string | undefined {
  const first = [...settings.keys()].find((key) => /^remote\..*\.url$/s.test(key)) ?? '';
  const url = (settings.get('remote.origin.url') ?? settings.get(first))?.[0];
  return url?.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, '$1');
}
