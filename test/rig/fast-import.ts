import type { Story, StoryCommit, StoryFile } from './story.ts';

const FIRST_COMMIT = Date.UTC(2026, 0, 5, 9) / 1000;
const HOUR = 3600;

/** Renders a story as the input of git-fast-import(1). The n-th commit (from 1) carries mark `:n`. */
export function renderFastImport(story: Story): Buffer {
  const marks = new Map(story.map((commit, index) => [commit.name, index + 1]));
  const parts: (string | Buffer)[] = [];
  for (const [index, commit] of story.entries()) {
    parts.push(...renderHead(commit, index), ...renderParents(commit, marks), ...renderTree(commit));
    if (commit.tag !== undefined) parts.push(`reset refs/tags/${commit.tag}\nfrom :${index + 1}\n\n`);
  }
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

function renderHead(commit: StoryCommit, index: number): (string | Buffer)[] {
  const branch = `refs/heads/${branchOf(commit)}`;
  const at = commit.at ?? FIRST_COMMIT + index * HOUR;
  const author = commit.author ?? 'anna';
  // A commit without `from` continues its branch, unless that is reset.
  const reset = commit.parents?.length === 0 ? `reset ${branch}\n\n` : '';
  return [
    `${reset}commit ${branch}\nmark :${index + 1}\n`,
    `author ${renderPerson(author)} ${renderTime(commit.authored ?? at)}\n`,
    `committer ${renderPerson(commit.committer ?? author)} ${renderTime(at)}\n`,
    ...renderData(commit.message ?? commit.name),
  ];
}

function renderParents(commit: StoryCommit, marks: ReadonlyMap<string, number>): string[] {
  return (commit.parents ?? []).map((name, index) => {
    const mark = marks.get(name);
    if (mark === undefined) throw new Error(`The story has no commit "${name}", parent of "${commit.name}".`);
    return `${index === 0 ? 'from' : 'merge'} :${mark}\n`;
  });
}

function renderTree(commit: StoryCommit): (string | Buffer)[] {
  const renames = Object.entries(commit.rename ?? {}).map(([from, to]) => `R ${quotePath(from)} ${quotePath(to)}\n`);
  const files = Object.entries(commit.files ?? {}).flatMap(([path, file]) => renderFile(quotePath(path), file));
  return [...renames, ...files, '\n'];
}

function renderFile(path: string, file: StoryFile): (string | Buffer)[] {
  if (file === null) return [`D ${path}\n`];
  if (typeof file === 'string' || Buffer.isBuffer(file)) return [`M 100644 inline ${path}\n`, ...renderData(file)];
  if (file.mode === '160000') return [`M 160000 ${file.content} ${path}\n`];
  return [`M ${file.mode} inline ${path}\n`, ...renderData(file.content)];
}

function renderData(content: string | Buffer): (string | Buffer)[] {
  const bytes = Buffer.from(content);
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

function renderPerson(person: string): string {
  return person.includes('<') ? person : `${person} <${person}@example.org>`;
}

/** git's raw date: seconds since 1970 and the zone, `1767603600 +0100`. */
function renderTime(at: string | number): string {
  if (typeof at === 'number') return `${at} +0000`;
  const zone = /(?:Z|([+-]\d\d):?(\d\d))$/.exec(at);
  const milliseconds = Date.parse(at);
  if (zone === null || Number.isNaN(milliseconds)) throw new Error(`"${at}" is no ISO-8601 date with a zone.`);
  return `${Math.floor(milliseconds / 1000)} ${zone[1] ?? '+00'}${zone[2] ?? '00'}`;
}

function quotePath(path: string): string {
  if (path.startsWith('"')) return path;
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}

function branchOf(commit: StoryCommit): string {
  return commit.on ?? 'main';
}
