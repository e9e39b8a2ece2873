import { UnsoundError } from '../../errors.ts';
import { needsOf } from '../../gate/judge-gate.ts';
import type { Age, GateFacts, Need, OpenAtHead } from '../../gate/rules.ts';
import { matchPaths } from '../../insights/select-hacks.ts';
import type { ChangedHack, Rule } from '../../model/check.ts';
import type { Scope } from '../../model/config.ts';
import type { CommitOid } from '../../model/git.ts';
import type { Place } from '../../model/lineage.ts';
import { dayAt } from '../../sprints/calendar.ts';
import { DECISIONS_FILE, findDecisions, parseDecisions } from '../../sprints/decisions.ts';
import { matchTold } from '../telling/paths.ts';
import { readCalendars, teamOf, type FoundCalendars } from './calendars.ts';
import { openHacks } from './changed-hacks.ts';
import type { TreeSearch } from './tree-places.ts';
import type { Base } from './find-base.ts';
import type { Lives } from './find-lives.ts';
import { commitReader, type FoundPolicy } from './read-policy.ts';

/** The two trees as far as the rules ask for more than their difference. */
export interface FactsGround extends TreeSearch {
  readonly head: CommitOid;
  readonly base: Base | null;
  readonly policy: FoundPolicy;
  /** With the folder asked for: all that is judged. */
  readonly scope: Scope | null;
  /** All hacks of the tree that is checked. */
  places(): Promise<readonly Place[]>;
}

/** What is known already, and the rules that may want more. */
export interface FactsQuestion {
  readonly hacks: readonly ChangedHack[];
  /** Entries of a baseline whose hack is gone from the tree. */
  readonly stale: GateFacts['stale'];
  readonly rules: readonly Rule[];
  /** The lives of the hacks, where a database knows them. */
  lives(): Promise<Lives | null>;
}

/** The facts for the rules; `gaps` says what could not be found out. */
export interface FoundFacts extends FoundCalendars {
  readonly facts: GateFacts;
}

/** Finds out what the rules in force need, and nothing more: without such rules the difference of the trees is all. */
export async function readFacts(
  ground: FactsGround,
  { hacks, stale, rules, lives }: FactsQuestion,
): Promise<FoundFacts> {
  const found = await readCalendars(ground, rules);
  const isNeeded = (need: Need): boolean =>
    rules.some((rule) => needsOf([rule], found.calendars.get(rule.scope)?.moment ?? null).has(need));
  const places = isNeeded('tree') ? await ground.places() : null;
  const ages = isNeeded('history') && places ? await findAges(ground) : null;
  const today = dayAt(teamOf(ground, null).sprint, ground.request.outside.now).date;
  const isAsked = places !== null || rules.some(({ name }) => name === 'ratchet');
  const isKept = isAsked ? await keptPlaces(ground, today) : () => false;
  const isInScope = matchTold(ground);
  const open =
    places &&
    openHacks(places, await lives())
      .filter(({ path }) => isInScope(path))
      .map((hack) => openAtHead(hack, typeof ages === 'string' ? null : ages, isKept));
  const gaps = [...found.gaps, ...(typeof ages === 'string' ? [ages] : cutGaps(open ?? [], rules))];
  return { ...found, gaps, facts: { changes: hacks, open, sinceDemo: null, stale, isKept, today } };
}

type Ages = ReadonlyMap<string, Age>;

/** Only this looks into the history and the database: it is loaded when a rule asks for it. A sentence where the user would rather go on. */
async function findAges({ request, head, policy }: FactsGround): Promise<Ages | string> {
  const { readAges } = await import('./ages.ts');
  try {
    return await readAges(request, head);
  } catch (error) {
    const mayGoOn = (request.options.onUnsound ?? policy.config.gate.onUnsound) === 'warn';
    if (!(error instanceof UnsoundError) || !mayGoOn) throw error;
    return error.message;
  }
}

function openAtHead(hack: ChangedHack, ages: Ages | null, isKept: (hack: ChangedHack) => boolean): OpenAtHead {
  const { path, line, column, endLine, kind, tag, text, due, fingerprint } = hack;
  const age = ages?.get(placeKey(hack)) ?? null;
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
    age,
    isKept: isKept(hack),
    asChange: hack,
  };
}

/** What is old enough for a rule is old enough, however old it is: of the rest nothing is known. */
function cutGaps(open: readonly OpenAtHead[], rules: readonly Rule[]): string[] {
  const isUnsure = ({ age, isKept, path }: OpenAtHead): boolean =>
    age !== null &&
    age.isAtLeast &&
    !isKept &&
    rules.some((rule) => rule.name === 'maxAge' && age.days <= rule.max && matchPaths(rule.paths)(path));
  if (!open.some(isUnsure)) return [];
  return [
    "open hacks that were there already where this clone's history is cut may be too old for maxAge, which lets them pass.",
  ];
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
