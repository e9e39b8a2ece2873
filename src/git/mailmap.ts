import type { CommitOid, Identity } from '../model/git.ts';
import { askGit } from './bounded.ts';
import type { GitContext } from './process.ts';
import { brokenOff, splitLines } from './records.ts';

/** The identities as the `.mailmap` in the commit's tree wants them shown, in the order given. */
export async function readMailmap(
  context: GitContext,
  identities: readonly Identity[],
  tip: CommitOid,
): Promise<Identity[]> {
  if (identities.length === 0) return [];
  const settings = [`mailmap.blob=${tip}:.mailmap`, 'mailmap.file=/dev/null'];
  const input = identities.map((identity) => `${plain(identity.name)} <${plain(identity.email)}>\n`).join('');
  const output = await askGit(context, { name: 'check-mailmap', args: ['--stdin'], settings }, input);
  const shown = splitLines(output).map(parseContact);
  if (shown.length !== identities.length) throw brokenOff();
  return shown;
}

/** A name is asked for in one line; git itself allows neither of these in it. */
function plain(text: string): string {
  return text.replace(/[\n\0<>]/g, ' ');
}

/** `Ada Lovelace <ada@example.org>`; without a name only `<ada@example.org>`. */
function parseContact(line: string): Identity {
  const match = /^(?:(.*) )?<([^<>]*)>$/.exec(line);
  if (match === null) throw brokenOff();
  return { name: match[1] ?? '', email: match[2] ?? '' };
}
