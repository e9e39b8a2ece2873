import type { Identity } from '../model/git.ts';

/** Who stands behind a commit: a person, a machine that acts by itself, or a program that writes code for a person. */
export type Authorship = 'human' | 'agent' | 'bot';

/** What a commit says of its authors. `trailers`: its `Co-authored-by` and similar lines, one a line. */
export interface Signed {
  readonly author: Identity;
  readonly trailers: string | null;
}

/** Programs that write code when a person asks them, by what their names and addresses hold. */
const AGENTS =
  /\b(?:claude(?: code)?|anthropic|copilot|cursor ?agent|codex|openai|devin(?:-ai-integration)?|jules|gemini[- ](?:cli|code)|aider|amp|windsurf|opencode|sweep(?:-ai)?|openhands)\b/i;
const AGENT_ADDRESSES =
  /@(?:anthropic|openai|cursor|aider|devin|cognition|ampcode|all-hands)\.(?:com|chat|ai|dev)$|\+copilot@users\.noreply\.github\.com$|^cursoragent@/i;

/** Machines that act by themselves: a schedule or an event, and nobody asked. */
const BOTS =
  /\[bot\]|\bbot$|^(?:dependabot|renovate|greenkeeper|snyk-bot|github-actions?|github action|imgbot|allcontributors|semantic-release|release-please|mergify|weblate|crowdin|codecov|pre-commit-ci|autofix-ci)\b/i;

/** What the author's name and address say, and then the trailers. */
export function authorshipOf({ author, trailers }: Signed): Authorship {
  if (isAgent(author)) return 'agent';
  if (isBot(author)) return 'bot';
  return coAuthorsOf(trailers).some(isAgent) ? 'agent' : 'human';
}

/** The person an agent worked for: the author, else the first person among the co-authors; undefined if none is named. */
export function humanBehind({ author, trailers }: Signed): Identity | undefined {
  return [author, ...coAuthorsOf(trailers)].find((person) => !isAgent(person) && !isBot(person));
}

function isAgent({ name, email }: Identity): boolean {
  // People are called Claude, Devin and Jules: of a name alone only what no person is called counts.
  if (AGENT_ADDRESSES.test(email)) return true;
  if (/\[bot\]/i.test(name) || /\[bot\]@/i.test(email)) return AGENTS.test(name);
  return AGENTS.test(name) && /\b(?:code|copilot|codex|agent|cli|aider|openhands|opencode)\b|\(/i.test(name);
}

function isBot({ name, email }: Identity): boolean {
  return BOTS.test(name) || /\[bot\]@|^(?:bot|noreply)@(?:renovateapp|greenkeeper)/i.test(email);
}

/** `Co-authored-by: Ada Lovelace <ada@example.org>`, one a line. */
function coAuthorsOf(trailers: string | null): Identity[] {
  return (trailers ?? '').split('\n').flatMap((line) => {
    const [, name = '', email = ''] = /^[\w-]+:\s*([^<]*?)\s*(?:<([^<>]*)>)?\s*$/.exec(line) ?? [];
    return name === '' && email === '' ? [] : [{ name, email }];
  });
}
