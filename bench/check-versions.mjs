// node bench/check-versions.mjs REPO...: every blob of a history must show the same read after its neighbour as read by itself.
import { isDeepStrictEqual } from 'node:util';
import { DEFAULTS } from '../dist/src/cli/defaults.js';
import { listBlobs } from '../dist/src/commands/mining/blob-list.js';
import { readCommits } from '../dist/src/commands/mining/commit-log.js';
import { readMarkerRules } from '../dist/src/commands/mining/marker-rules.js';
import { openRepository } from '../dist/src/git/repository.js';
import { findSights } from '../dist/src/markers/find-sights.js';
import { VersionReader } from '../dist/src/markers/versions/version-reader.js';

for (const folder of process.argv.slice(2)) await check(folder);

async function check(folder) {
  const repository = await openRepository(folder, { env: process.env });
  const { tip } = await repository.line();
  const { ruleset, languageOf } = await readMarkerRules(repository, (await repository.tree(tip)).files, DEFAULTS);
  const commits = await readCommits(repository.log({ tips: [tip], not: [] }), () => undefined);
  const list = listBlobs(commits, languageOf);
  const reader = new VersionReader(ruleset);
  const oids = list.map(({ blob }) => blob);
  let [next, sights, wrong] = [0, 0, 0];
  await repository.blobs(oids, ({ bytes }) => {
    const { path, language: key, blob } = list[next++];
    if (bytes === null) return;
    const found = reader.findSights(bytes, { path, key });
    sights += found.length;
    if (isDeepStrictEqual(found, findSights(bytes, { path, key, ruleset }))) return;
    wrong += 1;
    process.stdout.write(`${blob} ${path} differs\n`);
  });
  process.stdout.write(`${folder}: ${list.length} blobs, ${sights} sights, ${wrong} wrong\n`);
  if (wrong > 0) process.exitCode = 1;
}
