import { authorshipOf } from '../../../insights/authorship.ts';
import { isTelling, type Candidate } from '../../../insights/agenda/rank.ts';
import { buildNaming } from '../../../insights/people.ts';
import type { DecisionOutcome } from '../../../model/decision.ts';
import type { Hack } from '../../../model/hack.ts';
import type { StoredHack } from '../../../model/store.ts';
import type { Session } from '../session.ts';
import { findNamed } from './named.ts';
import { findTouched } from './touched.ts';
import { findUnusedSince, type Unnamed } from './unused-since.ts';

/** What the table is made of. */
export interface Table {
  readonly table: readonly Hack[];
  /** All open hacks, for copies. */
  readonly open: readonly Hack[];
  readonly outcomes: readonly DecisionOutcome[];
  readonly stored: readonly StoredHack[];
}

/** The hacks on the table with what can be seen of them from outside. */
export async function gatherCandidates(
  session: Session,
  { table, open, outcomes, stored }: Table,
): Promise<Candidate[]> {
  const decided = new Map(outcomes.flatMap(({ hack, fact }) => (hack ? [[hack.id, fact] as const] : [])));
  const named = await findNamed(
    session,
    table.map(({ enclosing }) => enclosing),
  );
  const naming = buildNaming(
    session.config.people,
    table.map(({ introduced }) => introduced.author.name),
  );
  const byId = new Map(stored.map((hack) => [hack.id, hack]));
  const files = countFiles(open);
  const people = await findTouched(session, table, byId);
  const unnamed = table.filter(({ enclosing }) => named(enclosing).isUsed === false);
  const unused = await findUnusedSince(session, unnamed.map(unnamedOf));
  return table.map((hack) => {
    const fact = decided.get(hack.id);
    const introduced = byId.get(hack.id)?.introduced;
    return {
      hack,
      decided: fact?.decision ?? null,
      facts: {
        files: files(hack),
        ...named(hack.enclosing),
        unused: unused(hack.enclosing),
        people: people(hack),
        ask: hack.owner ?? fact?.owner ?? naming(hack.introduced.author.name),
        byAgent: introduced !== undefined && authorshipOf(introduced) === 'agent',
      },
    };
  });
}

function unnamedOf({ enclosing, introduced }: Hack): Unnamed {
  return { enclosing, seconds: Date.parse(introduced.date) / 1000 };
}

/** In how many files an open hack says what this one says; short texts say nothing. */
function countFiles(open: readonly Hack[]): (hack: Hack) => number {
  const files = new Map<string, Set<string>>();
  for (const { text, path } of open) files.set(text, (files.get(text) ?? new Set()).add(path));
  return ({ text }) => (isTelling(text) ? (files.get(text)?.size ?? 1) : 1);
}
