import type { Decisions } from '../../sprints/decisions.ts';
import { DECISIONS_FILE, parseDecisions } from '../../sprints/decisions.ts';
import type { Session } from './session.ts';
import { rootReader } from './root-reader.ts';

/** What the team decided, as its committed file at the root says now. */
export async function decisionsAt({ repository }: Pick<Session, 'repository'>): Promise<Decisions> {
  const text = await rootReader(repository)(DECISIONS_FILE);
  return text === null ? { facts: [], problems: [] } : parseDecisions(text);
}
