import type { Proof } from '../../model/report.ts';
import type { StoredHack } from '../../model/store.ts';
import { judgeRemoval } from '../../verdicts/judge-removal.ts';
import type { GoneHack } from '../mining/removal-texts.ts';
import { readRemovalTexts } from '../mining/removal-texts.ts';
import type { Session } from '../mining/session.ts';

/** The change around a removed marker, and the command that shows all of it; null for a hack that is not gone. */
export async function proofOf({ repository }: Session, hack: StoredHack): Promise<Proof | null> {
  if (hack.removal === null) return null;
  const [texts] = await readRemovalTexts(repository, [hack as GoneHack]);
  if (!texts) return null;
  const { commit, place } = hack.removal;
  const { proof } = judgeRemoval({ before: texts.before, marker: place, after: texts.after });
  return {
    path: place.path,
    lines: proof.map(({ sign, before, after, text }) => ({ sign, line: (sign === '+' ? after : before) ?? 0, text })),
    command: `git show ${commit.oid.slice(0, 12)} -- ${shellQuoted(place.path)}`,
  };
}

/** A word of a POSIX shell. */
export function shellQuoted(word: string): string {
  return /^[\w./@%+=:,-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
