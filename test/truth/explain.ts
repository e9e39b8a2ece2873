import { repositoryOf } from '../rig/repository-of.ts';
import { generateHistory } from './generate-history.ts';
import { tellCommit, tellStory } from './tell-story.ts';
import { tellTruth } from './tell-truth.ts';

// node dist/test/truth/explain.js SEED [HACK]: prints the generated history and the life of its hacks, and leaves its
// repository in a temporary folder to look into.
const [seed = '1', wanted] = process.argv.slice(2);
const history = generateHistory(Number(seed));
const repository = await repositoryOf(history.story, { bare: true });
const truth = tellTruth(history, repository.oidOf);
const hacks = truth.hacks.filter(({ truthId }) => wanted === undefined || truthId === Number(wanted));
const lives = hacks.map((hack) => {
  const { truthId, text, introducedIn, landedIn, removedIn } = hack;
  const facts = `introduced ${introducedIn}, landed ${landedIn ?? 'never'}, removed ${removedIn ?? 'never'}`;
  return `hack ${truthId} ${text}: ${facts}\n${tellStory(truth, truthId)}\n`;
});
const commits = truth.commits.map((commit) => `${tellCommit(commit, truth)}\n`);
process.stdout.write(`${repository.dir}\n\n${commits.join('')}\n${lives.join('\n')}`);
