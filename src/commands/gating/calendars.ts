import { UsageError } from '../../errors.ts';
import { needsOf, type Calendar, type SprintMoment } from '../../gate/judge-gate.ts';
import type { Keepable, SinceDemo } from '../../gate/rules.ts';
import type { Rule } from '../../model/check.ts';
import type { Scope } from '../../model/config.ts';
import type { CommitOid } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import type { SprintConfig } from '../../model/sprint.ts';
import { dayAt, demoMoment } from '../../sprints/calendar.ts';
import { DECISIONS_FILE, parseDecisions } from '../../sprints/decisions.ts';
import { findDemoFact, findDemoTag, findLastDemo } from '../../sprints/demo.ts';
import { scopedName } from '../mining/scope.ts';
import { matchTold } from '../telling/paths.ts';
import { compareTrees } from './compare-trees.ts';
import type { FactsGround } from './facts.ts';
import { commitReader } from './read-policy.ts';

/** The calendars that rules go by: under null that of what is judged, those of scopes under their names. */
export interface FoundCalendars {
  readonly calendars: ReadonlyMap<string | null, Calendar>;
  /** Demos that are not known here. */
  readonly gaps: readonly string[];
}

/** Reads no more than the rules ask for: where none compares with a demo, the clock is all. */
export async function readCalendars(ground: FactsGround, rules: readonly Rule[]): Promise<FoundCalendars> {
  const calendars = new Map<string | null, Calendar>();
  const gaps: string[] = [];
  for (const name of new Set(rules.map(({ scope }) => scope))) {
    const team = teamOf(ground, name);
    const moment = team.sprint && momentOf(team.sprint, ground.request.outside.now);
    const own = rules.filter(({ scope }) => scope === name);
    const sinceDemo = needsOf(own, moment).has('demo') ? await findSinceDemo(ground, team, gaps) : null;
    calendars.set(name, { moment, sinceDemo });
  }
  return { calendars, gaps };
}

/** A part of the repository, or all of it, and its week. */
export interface Team {
  readonly scope: Scope | null;
  readonly sprint: SprintConfig | null;
}

/** The team of a scope; under null the team of what is judged. */
export function teamOf({ policy, scope: judged }: Pick<FactsGround, 'policy' | 'scope'>, name: string | null): Team {
  const { scopes, sprint } = policy.config;
  const scope = scopes.find((candidate) => candidate.name === name) ?? judged;
  return { scope, sprint: scope?.sprint ?? sprint };
}

function momentOf(config: SprintConfig, now: Date): SprintMoment | null {
  const { sprint, number } = dayAt(config, now);
  return sprint && { isAfterDemo: now >= demoMoment(config, sprint), day: number };
}

/** How the tree differs from that of the last demo; null where there is none yet, or it cannot be found. Throws UsageError. */
async function findSinceDemo(ground: FactsGround, team: Team, gaps: string[]): Promise<SinceDemo | null> {
  const { repository, head, request } = ground;
  if (team.sprint === null) {
    throw new UsageError(
      'no sprint is configured, so a ratchet against the demo means nothing. Add "sprint" to hackdebt.config.json, or compare with the base.',
    );
  }
  const last = findLastDemo(team.sprint, request.outside.now);
  if (!last) {
    const of = team.scope ? ` of ${team.scope.name}` : '';
    gaps.push(`no sprint${of} has had its demo yet, so the ratchet against the demo compares with nothing.`);
    return null;
  }
  const name = scopedName(team.scope, last.sprint.name);
  const demo = (await findDecidedDemo(ground, name)) ?? (await findTaggedDemo(ground, team, last));
  if (demo === undefined) {
    gaps.push(`the demo of ${name} is not known here. Name it with hackdebt demo and commit that, or fetch its tag.`);
    return null;
  }
  const { added, removed } = await compareTrees(ground, await repository.diff(demo, head));
  const isInScope = matchTold(ground);
  const judged = (places: readonly Place[]): Keepable[] =>
    places.filter(({ path }) => isInScope(path)).map(({ path, wording }) => ({ path, text: wording.text }));
  return { new: judged(added), removed: judged(removed) };
}

/** The demo as decided at the base. */
async function findDecidedDemo(
  { repository, base, head }: FactsGround,
  name: string | null,
): Promise<CommitOid | undefined> {
  const text = await commitReader(repository, base?.commit ?? head)(DECISIONS_FILE);
  const fact = text === null ? undefined : findDemoFact(parseDecisions(text).facts, name);
  return fact && repository.resolve(fact.commit);
}

async function findTaggedDemo(
  { repository }: FactsGround,
  { sprint: config }: Team,
  { sprint }: NonNullable<ReturnType<typeof findLastDemo>>,
): Promise<CommitOid | undefined> {
  const demoTag = config?.demoTag ?? null;
  if (demoTag === null) return undefined;
  return findDemoTag(await repository.tags(), demoTag, sprint)?.commit;
}
