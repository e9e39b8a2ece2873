import type { Step } from '../../history/lineage.ts';
import type { Identity } from '../../model/git.ts';
import type { DisplayName, StoredPerson } from '../../model/store.ts';
import type { Session } from './session.ts';

/** Everybody of these commits and of all stored ones whom the `.mailmap` of the line's tip shows otherwise than the commits do. */
export async function readDisplayNames(session: Session, steps: readonly Step[]): Promise<DisplayName[]> {
  const { repository, store, line } = session;
  if (line.tip === null) return [];
  const people = distinct([
    ...(await store.readPeople()),
    ...steps.flatMap(({ commit }) => [commit.author, commit.committer]),
  ]);
  const shown = await repository.mailmap(people, line.tip);
  return people.flatMap(({ name, email }, index) => {
    const { name: displayName, email: displayEmail } = shown[index] ?? { name, email };
    return displayName === name && displayEmail === email ? [] : [{ name, email, displayName, displayEmail }];
  });
}

/** Answers how a person is shown. */
export function showPeople(names: readonly DisplayName[]): (person: Identity) => StoredPerson {
  const shown = new Map(names.map((name) => [keyOf(name), name]));
  return (person) => ({ displayName: person.name, displayEmail: person.email, ...person, ...shown.get(keyOf(person)) });
}

function distinct(people: readonly Identity[]): Identity[] {
  return [...new Map(people.map((person) => [keyOf(person), person])).values()];
}

function keyOf({ name, email }: Identity): string {
  return `${name}\0${email}`;
}
