import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hack } from '../../src/model/hack.ts';
import type { ListReport, MarkersReport, PlacedMarker } from '../../src/model/report.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { generateHistory } from '../truth/generate-history.ts';
import { randomOf } from '../truth/random.ts';
import { askJson } from './ask.ts';

const HISTORIES = 40;

/** A marker in the form in which multisets of them are compared. */
function spotOf({ path, line, column, tag, text }: PlacedMarker | Hack): string {
  return `${path}:${line}:${column} ${tag} ${text}`;
}

async function openAt(folder: string, revision: string): Promise<string[]> {
  const { hacks } = await askJson<ListReport>(folder, 'list', '--at', revision, '--status', 'all');
  return hacks.map((hack) => spotOf(hack)).toSorted();
}

async function markersAt(folder: string, revision: string): Promise<string[]> {
  const { markers } = await askJson<MarkersReport>(folder, 'markers', '--rev', revision);
  return markers.map((marker) => spotOf(marker)).toSorted();
}

/** The same story with a tag on one commit, and a last branch that the line does not have. */
function withTagAndLooseEnd(story: Story, seed: number): Story {
  const random = randomOf(seed);
  const tagged = random.below(story.length);
  const from = random.pick(story).name;
  const loose = { name: 'loose end', on: 'loose', parents: [from], files: { 'new.ts': '// TODO tie this\nend();\n' } };
  return [...story.map((commit, index) => (index === tagged ? { ...commit, tag: 'shown' } : commit)), loose];
}

test(`list --at tells of any revision what markers --rev finds in it (${HISTORIES} random histories)`, async () => {
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    const { story } = generateHistory(seed, 24);
    const random = randomOf(seed * 7919);
    await using repository = await repositoryOf(withTagAndLooseEnd(story, seed), { bare: seed % 2 === 0 });
    const [one, other] = [random.pick(story), random.pick(story)].map(({ name }) => repository.oidOf(name));
    const named = ['shown', 'loose', other][seed % 3];
    for (const revision of [one, named]) {
      assert.ok(revision);
      const markers = await markersAt(repository.dir, revision);
      assert.deepEqual(await openAt(repository.dir, revision), markers, `seed ${seed}, ${revision}`);
    }
  }
});
