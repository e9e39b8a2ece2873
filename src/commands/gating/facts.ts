import type { SprintMoment } from '../../gate/judge-gate.ts';
import type { GateFacts, Need, OpenAtHead } from '../../gate/rules.ts';
import type { ChangedHack } from '../../model/check.ts';
import type { CommitOid } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import type { Sprint, SprintConfig } from '../../model/sprint.ts';
import { dayAt, demoMoment } from '../../sprints/calendar.ts';
import { DECISIONS_FILE, findDecisions, parseDecisions } from '../../sprints/decisions.ts';
import { findDemoFact, findLastDemo, isDemoTag } from '../../sprints/demo.ts';
import type { Base } from './find-base.ts';
import { openHacks } from './changed-hacks.ts';
import { compareTrees, type TreeSearch } from './compare-trees.ts';
import { commitReader, type FoundPolicy } from './read-policy.ts';

/** The two trees as far as the rules ask for more than their difference. */
export interface FactsGround extends TreeSearch {
  readonly head: CommitOid;
  readonly base: Base | null;
  readonly policy: FoundPolicy;
  /** All hacks of the tree that is checked. */
  places(): Promise<readonly Place[]>;
}

/** What is asked: `needs` says what the rules in force at a moment want to know. */
export interface FactsQuestion {
  readonly hacks: readonly ChangedHack[];
  /** How many entries of a baseline are gone from the tree. */
  readonly stale: number;
  needs(moment: SprintMoment | null): ReadonlySet<Need>;
}

/** The facts for the rules; `gaps` says what could not be found out. */
export interface FoundFacts {
  readonly facts: GateFacts;
  readonly moment: SprintMoment | null;
  readonly gaps: readonly string[];
}

/** Finds out what the rules in force need, and nothing more: without such rules the difference of the trees is all. */
export async function readFacts(ground: FactsGround, { hacks, stale, needs }: FactsQuestion): Promise<FoundFacts> {
  const { now } = ground.request.outside;
  const { sprint } = ground.policy.config;
  const moment = sprint && momentOf(sprint, now);
  const needed = needs(moment);
  const gaps: string[] = [];
  const places = needed.has('tree') ? await ground.places() : null;
  const ages = needed.has('history') && places ? await findAges(ground) : null;
  const sinceDemo = needed.has('demo') ? await countSinceDemo(ground, gaps) : null;
  const today = dayAt(sprint, now).date;
  const isKept = places ? await keptPlaces(ground, today) : () => false;
  const facts: GateFacts = {
    changes: hacks,
    open: places && openHacks(places).map((hack) => openAtHead(hack, ages, isKept)),
    sinceDemo,
    stale,
    today,
  };
  return { facts, moment, gaps };
}

function momentOf(config: SprintConfig, now: Date): SprintMoment | null {
  const { sprint, number } = dayAt(config, now);
  return sprint && { isAfterDemo: now >= demoMoment(config, sprint), day: number };
}

type Ages = ReadonlyMap<string, number>;

/** Only this looks into the history and the database: it is loaded when a rule asks for it. */
async function findAges(ground: FactsGround): Promise<Ages> {
  const { readAges } = await import('./ages.ts');
  return readAges(ground.request, ground.head);
}

function openAtHead(hack: ChangedHack, ages: Ages | null, isKept: (hack: ChangedHack) => boolean): OpenAtHead {
  const { path, line, column, endLine, kind, tag, text, due, fingerprint } = hack;
  const ageDays = ages?.get(placeKey(hack)) ?? null;
  return {
    path,
    line,
    column,
    endLine,
    kind,
    tag,
    text,
    due,
    fingerprint,
    ageDays,
    isKept: isKept(hack),
    asChange: hack,
  };
}

/** Name of a place in a tree. */
export function placeKey({ path, line, column }: Pick<Place, 'path' | 'line' | 'column'>): string {
  return `${path}\0${line}:${column}`;
}

/** Whether the base's decisions keep a hack; two trees know it by its text and path alone. */
async function keptPlaces(
  { repository, base, head }: FactsGround,
  today: string,
): Promise<(hack: Pick<ChangedHack, 'path' | 'text'>) => boolean> {
  const text = await commitReader(repository, base?.commit ?? head)(DECISIONS_FILE);
  if (text === null) return () => false;
  const kept = [...findDecisions(parseDecisions(text).facts).values()].filter(
    ({ decision, until }) => decision === 'keep' && (until === null || until >= today),
  );
  const keys = new Set(kept.map(keepKey));
  return (hack) => keys.has(keepKey(hack));
}

function keepKey({ path, text }: Pick<ChangedHack, 'path' | 'text'>): string {
  return `${path}\0${text}`;
}

/** How the tree differs from that of the last demo; null before the first demo, and where none can be found. */
async function countSinceDemo(ground: FactsGround, gaps: string[]): Promise<GateFacts['sinceDemo']> {
  const { repository, head, policy, request } = ground;
  const { sprint: config } = policy.config;
  const last = config && findLastDemo(config, request.outside.now);
  if (!config || !last) return null;
  const demo = await findDemoCommit(ground, config, last.sprint);
  if (demo === undefined) {
    gaps.push(`the demo of ${last.sprint.name} is not known here. Name it with hackdebt demo, or fetch its tag.`);
    return null;
  }
  const { added, removed } = await compareTrees(ground, await repository.diff(demo, head));
  return { new: added.length, removed: removed.length };
}

/** The demo as decided at the base, else by its tag. */
async function findDemoCommit(
  { repository, base, head }: FactsGround,
  { demoTag }: SprintConfig,
  sprint: Sprint,
): Promise<CommitOid | undefined> {
  const text = await commitReader(repository, base?.commit ?? head)(DECISIONS_FILE);
  const fact = text === null ? undefined : findDemoFact(parseDecisions(text).facts, sprint.name);
  if (fact) return repository.resolve(fact.commit);
  if (demoTag === null) return undefined;
  const [from, to] = [sprint.from.getTime() / 1000, sprint.to.getTime() / 1000];
  const tags = await repository.tags();
  return tags
    .filter(({ name, seconds }) => isDemoTag(demoTag, name) && seconds >= from && seconds < to)
    .toSorted((one, other) => one.seconds - other.seconds)
    .at(-1)?.commit;
}
