import { basename } from 'node:path';
import { UsageError } from '../../../errors.ts';
import { readRegularFile } from '../../../files/read.ts';
import { writeFileAtomically } from '../../../files/write.ts';
import {
  parseAgenda,
  updateAgenda,
  type Answer,
  type NewEntry,
  type WrittenEntry,
} from '../../../insights/agenda/living-file.ts';
import type { AgendaItem, AgendaReport, Difference } from '../../../model/agenda.ts';
import type { DecisionFact } from '../../../model/decision.ts';
import type { HackId } from '../../../model/hack.ts';
import type { StoredHack } from '../../../model/store.ts';
import { questionHeading } from '../../../report/agenda.ts';
import { escapeMarkdown } from '../../../report/escape/markdown.ts';
import { entryLines, questionLine, renderAgendaMarkdown } from '../../../report/markdown/agenda.ts';
import { addDecisions, findDecisions } from '../../../sprints/decisions.ts';
import { renderInstant } from '../../../sprints/zone.ts';
import { editDecisions, factsAt } from '../decisions-file.ts';
import type { Session } from '../session.ts';
import { hacksByAnyName } from '../shown.ts';

/** The team's file and the hacks that it may be about. */
export interface LivingFile {
  /** Absolute. */
  readonly path: string;
  readonly stored: readonly StoredHack[];
}

/** What was read back from the file: whether the decisions file says more now, and where the two differ. */
export interface ReadBack {
  readonly isNew: boolean;
  readonly differences: readonly Difference[];
}

/** Reads back what the team decided in its file. */
export async function readBackAgenda(session: Session, file: LivingFile): Promise<ReadBack> {
  const text = await readAgendaFile(file.path);
  return readBack(session, parseAgenda(text ?? ''), await hacksOf(session, file));
}

/** Brings the team's file up to date, and says which of its hacks ended. */
export async function syncAgendaFile(session: Session, report: AgendaReport, file: LivingFile): Promise<AgendaReport> {
  const hacks = await hacksOf(session, file);
  const old = await readAgendaFile(file.path);
  const text = old ?? renderAgendaMarkdown(report);
  const entries = parseAgenda(text);
  const decisions = await readDecisions(session, hacks);
  const ended = entries.flatMap(({ id }) => endOf(hacks.get(id)) ?? []);
  const said = new Map(ended.map((end) => [end.id, end.said]));
  const known = new Set(entries.map(({ id }) => hacks.get(id)?.key));
  const fresh = report.items.filter(({ hack }) => !known.has(hacks.get(hack.id)?.key)).map(newEntry);
  const decided = (id: HackId): Answer | null => answerOf(decisions(id));
  const updated = updateAgenda(text, { ended: (id) => said.get(id) ?? null, decided }, fresh);
  if (updated !== old) await writeFileAtomically(file.path, updated);
  return { ...report, ended };
}

async function hacksOf(session: Session, { stored }: LivingFile): Promise<ReadonlyMap<HackId, StoredHack>> {
  return hacksByAnyName(session, [...(await session.store.readHacks(session.line.name)), ...stored]);
}

function readAgendaFile(path: string): string | null {
  const file = readRegularFile(path);
  if (file.kind === 'absent') return null;
  if (file.kind === 'content') return file.bytes.toString('utf8');
  throw new UsageError(`--out "${basename(path)}" cannot be read (${file.kind}). Name a plain file.`);
}

function newEntry(item: AgendaItem): NewEntry {
  return { heading: questionLine(questionHeading(item.question)), lines: entryLines(item) };
}

function endOf(hack: StoredHack | undefined): AgendaReport['ended'] | null {
  if (!hack?.removal) return null;
  const { commit, verdict } = hack.removal;
  return [{ id: hack.id, said: `${verdict?.fate ?? 'gone'} in ${commit.oid.slice(0, 7)}`, commit: commit.oid }];
}

/** What was decided about a hack, under whichever of its names; the latest where there are several. */
async function readDecisions(
  session: Session,
  hacks: ReadonlyMap<HackId, StoredHack>,
): Promise<(id: HackId) => DecisionFact | undefined> {
  const facts = findDecisions(await factsAt(session));
  const byKey = new Map([...facts.values()].map((fact) => [hacks.get(fact.id)?.key ?? fact.id, fact]));
  return (id) => byKey.get(hacks.get(id)?.key ?? id);
}

/** A decision for one line of Markdown; what separates its fields may not stand in them. */
function answerOf(fact: DecisionFact | undefined): Answer | null {
  if (fact === undefined) return null;
  return { decision: fact.decision, owner: inLine(fact.owner), note: inLine(fact.note) };
}

function inLine(words: string | null): string | null {
  return escapeMarkdown((words ?? '').replaceAll('·', '-').replace(/\s+/g, ' ').trim()) || null;
}

/** Writes decisions that only the agenda has into the decisions file; where that says another thing, neither is changed. */
async function readBack(
  session: Session,
  entries: readonly WrittenEntry[],
  hacks: ReadonlyMap<HackId, StoredHack>,
): Promise<ReadBack> {
  const known = await readDecisions(session, hacks);
  const written = entries.filter(({ decision }) => decision !== null);
  const fresh = written.flatMap((entry) => {
    const fact = known(entry.id);
    return fact ? completed(fact, entry) : (factOf(session, entry, hacks.get(entry.id)) ?? []);
  });
  if (fresh.length > 0) await editDecisions(session, (facts) => addDecisions(facts, fresh));
  const differences = written.flatMap((entry) => differencesOf(entry, answerOf(known(entry.id))));
  return { isNew: fresh.length > 0, differences };
}

/** Owner and note of a decision that only the agenda names. */
function completed(fact: DecisionFact, { decision, owner, note }: WrittenEntry): DecisionFact[] {
  const isMore = (fact.owner === null && owner !== null) || (fact.note === null && note !== null);
  if (decision !== fact.decision || !isMore) return [];
  return [{ ...fact, owner: fact.owner ?? owner, note: fact.note ?? note }];
}

function differencesOf({ id, decision, owner }: WrittenEntry, answer: Answer | null): Difference[] {
  if (decision === null || answer === null) return [];
  if (decision !== answer.decision) return [{ id, what: 'decision', agenda: decision, decided: answer.decision }];
  if (owner === null || answer.owner === null || owner === answer.owner) return [];
  return [{ id, what: 'owner', agenda: owner, decided: answer.owner }];
}

function factOf(
  { config, request }: Session,
  { id, decision, owner, note }: WrittenEntry,
  hack: StoredHack | undefined,
): DecisionFact[] | null {
  if (!hack || decision === null) return null;
  const { path, wording } = hack.place;
  const date = renderInstant(request.outside.now, config.sprint?.timezone ?? 'UTC');
  const kept = { text: wording.text, path, introduced: hack.introduced.oid };
  return [{ kind: 'decision', id, decision, owner, note, until: null, date, ...kept }];
}
