import { createHash } from 'node:crypto';
import type { Session } from './session.ts';

/** What a stored fold must have been made with to be gone on with: the same rules, and a history cut at the same commits. */
export function foldKeyOf({ rules, cuts }: Pick<Session, 'rules' | 'cuts'>): string {
  if (cuts.size === 0) return rules.foldKey;
  const hash = createHash('sha256').update(JSON.stringify([rules.foldKey, ...[...cuts].toSorted()]));
  return hash.digest('hex').slice(0, 16);
}
