import type { Decision } from '../../model/decision.ts';
import type { HackId } from '../../model/hack.ts';

/** A hack's entry in an agenda file, as people left it. */
export interface WrittenEntry {
  readonly id: HackId;
  readonly isTicked: boolean;
  /** What people wrote below it; null where they wrote nothing that is a decision. */
  readonly decision: Decision | null;
  readonly owner: string | null;
  readonly note: string | null;
}

/** What a new run knows of a hack in the file: how it ended (`refactored in abc1234`), or null while it is open. */
export type Ended = (id: HackId) => string | null;

/** A hack that is not in the file yet: its question's heading and its lines. */
export interface NewEntry {
  readonly heading: string;
  readonly lines: readonly string[];
}

const ENTRY = /^(\s*[-*+] \[)([ xX])(\] .*?\b)(hd-[0-9a-f]{16})\b/;
const FIELDS = /^\s*[-*+]\s*decision:([^·\n]*)(?:·\s*owner:([^·\n]*))?(?:·\s*note:([^\n]*))?/i;
const AGAIN = ' (open again)';

/** The entries of a file, in its order. */
export function parseAgenda(text: string): WrittenEntry[] {
  const entries: WrittenEntry[] = [];
  for (const line of text.split(/\r?\n/)) {
    const entry = ENTRY.exec(line);
    if (entry) {
      entries.push({ id: entry[4] as HackId, isTicked: entry[2] !== ' ', decision: null, owner: null, note: null });
      continue;
    }
    const [, decision, owner, note] = FIELDS.exec(line) ?? [];
    const last = entries.at(-1);
    if (decision !== undefined && last?.decision === null)
      entries[entries.length - 1] = { ...last, ...readFields({ decision, owner, note }) };
  }
  return entries;
}

interface Fields {
  readonly decision: string;
  readonly owner: string | undefined;
  readonly note: string | undefined;
}

function readFields({ decision, owner, note }: Fields): Pick<WrittenEntry, 'decision' | 'owner' | 'note'> {
  const word = DECISIONS.find((candidate) => candidate === decision.trim().toLowerCase()) ?? null;
  return { decision: word, owner: owner?.trim() || null, note: note?.trim() || null };
}

const DECISIONS: readonly Decision[] = ['refactor', 'change', 'delete', 'keep'];

/** The file with states brought up to date and new hacks added; nothing that people wrote is lost or moved (see living-file.md). */
export function updateAgenda(text: string, ended: Ended, fresh: readonly NewEntry[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/).map((line) => updateLine(line, ended));
  for (const entry of fresh) addEntry(lines, entry);
  return lines.join(eol);
}

function updateLine(line: string, ended: Ended): string {
  const entry = ENTRY.exec(line);
  if (!entry) return line;
  const [, open = '', box = ' ', words = '', id = ''] = entry;
  const said = ended(id as HackId);
  const wasEnded = /\((?:refactored|deleted|swept|gone|unclear)[^()]*\)$/.test(line);
  if (said === null) return wasEnded ? `${line}${AGAIN}` : line;
  if (line.endsWith(` (${said})`)) return line;
  // Only an empty box is ticked: what people wrote into it stays.
  return `${open}${box === ' ' ? 'x' : box}${words}${line.slice(open.length + 1 + words.length)} (${said})`;
}

/** Below the last entry under the heading; else the heading comes again at the end. */
function addEntry(lines: string[], { heading, lines: added }: NewEntry): void {
  const start = lines.findLastIndex((line) => line.trim() === heading);
  if (start < 0) {
    const isBlank = (lines.at(-1) ?? '') === '';
    lines.push(...(isBlank ? [] : ['']), heading, '', ...added, '');
    return;
  }
  const next = lines.findIndex((line, index) => index > start && /^#{1,6} /.test(line));
  const end = next < 0 ? lines.length : next;
  const last = lines.slice(0, end).findLastIndex((line, index) => index > start && line.trim() !== '');
  lines.splice(last < 0 ? start + 1 : last + 1, 0, ...(last < 0 ? [''] : []), ...added);
}
