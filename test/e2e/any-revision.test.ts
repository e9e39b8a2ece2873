import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListReport } from '../../src/model/report.ts';
import { repositoryOf } from '../rig/repository-of.ts';
import type { Story } from '../rig/story.ts';
import { generateHistory } from '../truth/generate-history.ts';
import { randomOf } from '../truth/random.ts';
import { askJson } from './ask.ts';
import { openMarkersAt, spotOf } from './markers-at.ts';

const HISTORIES = 40;

async function openAt(folder: string, revision: string): Promise<string[]> {
  const { hacks } = await askJson<ListReport>(folder, 'list', '--at', revision, '--status', 'all');
  return hacks.map((hack) => spotOf(hack)).toSorted();
}

/** The same story with a tag on one commit, and a last branch that the line does not have. */
function withTagAndLooseEnd(story: Story, seed: number): Story {
  const random = randomOf(seed);
  const tagged = random.below(story.length);
  const from = random.pick(story).name;
  const loose = { name: 'loose end', on: 'loose', parents: [from], files: { 'new.ts': '// TODO tie this\nend();\n' } };
  return [...story.map((commit, index) => (index === tagged ? { ...commit, tag: 'shown' } : commit)), loose];
}

test(`what list tells of any revision is what its tree holds (${HISTORIES} random histories)`, async () => {
  for (let seed = 1; seed <= HISTORIES; seed += 1) {
    const { story } = generateHistory(seed, 24);
    const random = randomOf(seed * 7919);
    await using repository = await repositoryOf(withTagAndLooseEnd(story, seed), { bare: seed % 2 === 0 });
    const markersAt = await openMarkersAt(repository.dir);
    const commits = [random.pick(story), random.pick(story)].map(({ name }) => repository.oidOf(name));
    for (const revision of [...commits, seed % 2 === 0 ? 'shown' : 'loose']) {
      assert.deepEqual(await openAt(repository.dir, revision), await markersAt(revision), `seed ${seed}, ${revision}`);
    }
  }
});
