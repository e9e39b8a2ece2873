import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { readRegularFile } from '../../files/read.ts';
import { writeFileAtomically } from '../../files/write.ts';
import type { Fact } from '../../model/sprint.ts';
import type { Decisions } from '../../sprints/decisions.ts';
import { DECISIONS_FILE, parseDecisions, renderDecisions } from '../../sprints/decisions.ts';
import type { Session } from './session.ts';
import { rootReader } from './root-reader.ts';

/** What the team decided, as its committed file at the root says now. */
export async function decisionsAt({ repository }: Pick<Session, 'repository'>): Promise<Decisions> {
  const text = await rootReader(repository)(DECISIONS_FILE);
  return text === null ? { facts: [], problems: [] } : parseDecisions(text);
}

/** Repositories of which a line that cannot be read was told. */
const told = new WeakSet<Session['repository']>();

/** The facts of the same. Of lines that cannot be read the first is told, once a run: what they decided does not count. */
export async function factsAt({
  repository,
  request,
}: Pick<Session, 'repository' | 'request'>): Promise<readonly Fact[]> {
  const { facts, problems } = await decisionsAt({ repository });
  const [problem] = problems;
  if (problem && !told.has(repository)) {
    told.add(repository);
    request.console.note(`${DECISIONS_FILE}:${problem.line} does not count: ${problem.problem}.`);
  }
  return facts;
}

/**
 * Writes to the committed file at the top of the work tree, one run after the other; true if that changed it. What `edit` leaves alone stays
 * as it is. A file that cannot be read as a whole is a UsageError, or lines would be lost.
 */
export async function editDecisions(
  { repository, store }: Pick<Session, 'repository' | 'store'>,
  edit: (facts: readonly Fact[]) => readonly Fact[],
): Promise<boolean> {
  return store.exclusively(() => editFile(repository.location, edit));
}

async function editFile(
  { toplevel }: Session['repository']['location'],
  edit: (facts: readonly Fact[]) => readonly Fact[],
): Promise<boolean> {
  if (toplevel === null) {
    throw new UsageError(`${DECISIONS_FILE} is a file of the work tree, and here is none. Run it in a full checkout.`);
  }
  const text = await readDecisions(toplevel);
  const { facts, problems } = parseDecisions(text);
  const [problem] = problems;
  if (problem) throw new UsageError(`${DECISIONS_FILE}:${problem.line}: ${problem.problem}. Mend it first.`);
  const edited = edit(facts);
  if (renderDecisions(edited) === renderDecisions(facts)) return false;
  await writeFileAtomically(join(toplevel, DECISIONS_FILE), renderDecisions(edited));
  return true;
}

function readDecisions(toplevel: string): string {
  const file = readRegularFile(join(toplevel, DECISIONS_FILE));
  if (file.kind === 'content') return file.bytes.toString('utf8');
  if (file.kind === 'absent') return '';
  throw new UsageError(`${DECISIONS_FILE} cannot be read: it is ${PROBLEMS[file.kind]}. Mend it first.`);
}

const PROBLEMS = {
  'symbolic link': 'a symbolic link',
  'too large': 'too large',
  unreadable: 'not readable for you',
  'not a file': 'no file',
} as const;
