import { authorshipOf, humanBehind } from '../../insights/authorship.ts';
import { buildNaming, type Naming } from '../../insights/people.ts';
import type { Identity } from '../../model/git.ts';
import type { StandupCommits, StandupItem, StandupItems, Thanks } from '../../model/standup.ts';
import type { StoredCommit, StoredPerson } from '../../model/store.ts';
import { trailersOf } from '../../store/messages.ts';
import type { Gathered } from '../mining/standup/gather.ts';
import { isPaid } from '../mining/standup/gather.ts';
import type { Happening } from '../mining/standup/happenings.ts';
import type { Session } from '../mining/session.ts';

/** What a standup says of people and what they did. Bots are told in one line, so what they did is no item. */
export interface ToldWork {
  readonly items: StandupItems;
  readonly thanks: Thanks;
  readonly commits: StandupCommits;
}

/** Puts what was gathered into items, with people named as the configuration wants. */
export function tellWork({ config }: Session, { happenings, commits }: Gathered, shown: Shown): ToldWork {
  const own = happenings.filter(({ commit }) => authorshipOf(signatureOf(commit)) !== 'bot');
  const people = [
    ...own.map(({ commit }) => nameOf(commit)),
    ...commits.map(({ commit }) => shown(commit.author).name),
  ];
  const naming = buildNaming(config.people, people);
  const itemsOf = (isTold: (happening: Happening) => boolean): StandupItem[] =>
    own.filter(isTold).map((happening) => itemOf(happening, naming));
  const agents = commits.filter(({ authorship }) => authorship === 'agent');
  const bots = commits.filter(({ authorship }) => authorship === 'bot');
  const behind = agents.flatMap(({ commit }) => {
    const human = humanBehind({ author: shown(commit.author), trailers: trailersOf(commit.message) });
    return human ? (naming(human.name) ?? []) : [];
  });
  return {
    items: {
      paid: itemsOf(isPaid),
      gone: itemsOf((happening) => happening.kind === 'removed' && !isPaid(happening)),
      admitted: itemsOf(({ kind }) => kind === 'admitted'),
      moved: itemsOf(({ kind }) => kind === 'moved'),
    },
    thanks: thanksFor(own, naming),
    commits: {
      humans: commits.length - agents.length - bots.length,
      agents: agents.length,
      agentsFor: sorted(behind),
      bots: bots.length,
      botNames: sorted(bots.map(({ commit }) => commit.author.name.replace(/\[bot\]$/, ''))),
    },
  };
}

/** How a raw identity is shown after the mailmap. */
export type Shown = (person: Identity) => Identity;

function itemOf({ hack, place, commit, fate, branch }: Happening, naming: Naming): StandupItem {
  const { tag, text } = place.wording;
  return { id: hack.id, tag, text, path: place.path, line: place.line, fate, by: naming(nameOf(commit)), branch };
}

function thanksFor(happenings: readonly Happening[], naming: Naming): Thanks {
  const others = happenings.filter((happening) => isPaid(happening) && !isOwn(happening));
  return { paid: others.length, people: sorted(others.flatMap(({ commit }) => naming(nameOf(commit)) ?? [])) };
}

/** Paid by who admitted it; an agent pays for its human. */
function isOwn({ hack, commit }: Happening): boolean {
  return isSame(hack.introduced.author, commit.author) || nameOf(hack.introduced) === nameOf(commit);
}

function isSame(one: StoredPerson, other: StoredPerson): boolean {
  return one.displayEmail.toLowerCase() === other.displayEmail.toLowerCase();
}

/** Who is named for a commit: the person behind an agent, else its author. */
function nameOf(commit: StoredCommit): string {
  const signature = signatureOf(commit);
  return (humanBehind(signature) ?? signature.author).name;
}

function signatureOf({ author, trailers }: StoredCommit): { author: Identity; trailers: string | null } {
  return { author: { name: author.displayName, email: author.displayEmail }, trailers };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}
