// What a cold scan reads: the same blobs in the same order.
import { openRepository } from '../../dist/src/git/repository.js';
import { readCommits } from '../../dist/src/commands/mining/commit-log.js';
import { listBlobs } from '../../dist/src/commands/mining/blob-list.js';
import { readMarkerRules } from '../../dist/src/commands/mining/marker-rules.js';
import { DEFAULTS } from '../../dist/src/cli/defaults.js';

/** Names of the blobs, the number of commits, and the length of all blobs together. */
export async function listOids(folder, branch) {
  const repository = await openRepository(folder, { env: process.env });
  const { tip } = await repository.line(branch);
  const rules = await readMarkerRules(repository, (await repository.tree(tip)).files, DEFAULTS);
  const commits = await readCommits(repository.log({ tips: [tip], not: [] }), () => undefined);
  const oids = listBlobs(commits, rules.languageOf).map(({ blob }) => blob);
  let bytes = 0;
  await repository.blobs(oids, ({ size }) => {
    bytes += size;
  });
  return { oids, commits: commits.size, bytes };
}
