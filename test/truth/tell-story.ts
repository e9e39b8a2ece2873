import type { Truth, TruthCommit } from './tell-truth.ts';

/** The commits in which a hack comes, goes, moves or changes against one of their parents, a line each, with their operations. */
export function tellStory(truth: Truth, truthId: number): string {
  const states = new Map(truth.commits.map(({ name }) => [name, stateOf(truth, name, truthId)]));
  const isPartOf = ({ name, parents }: TruthCommit): boolean => {
    const before = parents.length === 0 ? [undefined] : parents.map((parent) => states.get(parent));
    return before.some((state) => textOf(state) !== textOf(states.get(name)));
  };
  const lines = truth.commits.filter(isPartOf).map((commit) => {
    const state = states.get(commit.name);
    return `  ${tellCommit(commit, truth)}\n      ${state === undefined ? '-' : `${state.path}:${state.line} ${state.text}`}`;
  });
  const doubts = truth.hacks.find((hack) => hack.truthId === truthId)?.ambiguities ?? [];
  return [...lines, ...doubts.map(({ commit, why }) => `  doubtful in ${commit}: ${why}`)].join('\n');
}

/** `c5 1f2e3d4 <- c4 c2 * merge …`; the star marks the mainline. */
export function tellCommit({ name, oid, parents, operations }: TruthCommit, { mainline }: Truth): string {
  const star = mainline.includes(name) ? ' *' : '';
  return `${name} ${oid.slice(0, 7)} <- ${parents.join(' ') || 'nothing'}${star} ${operations.join(', ')}`;
}

interface State {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

function stateOf(truth: Truth, commit: string, truthId: number): State | undefined {
  return truth.hacksAt(commit).find((sight) => sight.truthId === truthId);
}

function textOf(state: State | undefined): string {
  return state === undefined ? '' : `${state.path} ${state.text}`;
}
