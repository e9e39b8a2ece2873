import type { BaselineEntry } from '../model/check.ts';
import type { RepoPath } from '../model/git.ts';

/** Name of the committed file, at the root of the repository. */
export const BASELINE_FILE = 'hackdebt.baseline.jsonl';

/** What a baseline says, and what cannot be read in it. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  /** Numbers of lines count from 1. */
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

/** One JSON object per line; keys that a later version wrote are passed over. */
export function parseBaseline(text: string): Baseline {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const parsed = lines.map((line, index) => ({ line: index + 1, said: line.trim() === '' ? null : parseEntry(line) }));
  return {
    entries: parsed.flatMap(({ said }) => (said === null || typeof said === 'string' ? [] : [said])),
    problems: parsed.flatMap(({ line, said }) => (typeof said === 'string' ? [{ line, problem: said }] : [])),
  };
}

/**
 * The file: one line per hack, no line twice, no totals, no dates, no line numbers. The fingerprint comes first and is what lines are
 * sorted by, so that two branches that admit something beside each other in the code do not do so in this file.
 */
export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ fingerprint, path, tag, text }) => JSON.stringify({ fingerprint, path, tag, text }));
  return [...new Set(lines)]
    .toSorted()
    .map((line) => `${line}\n`)
    .join('');
}

/** An entry, or what is wrong with the line. */
function parseEntry(line: string): BaselineEntry | string {
  if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) return 'a merge conflict is not resolved: keep the lines of both sides';
  const value = parseObject(line);
  if (value === undefined) return 'this is no JSON object';
  const { fingerprint, path, tag, text } = value;
  const isWhole = [fingerprint, path, tag, text].every((part) => typeof part === 'string');
  if (!isWhole) return 'the entry needs "fingerprint", "path", "tag" and "text"';
  return { fingerprint: String(fingerprint), path: String(path) as RepoPath, tag: String(tag), text: String(text) };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
