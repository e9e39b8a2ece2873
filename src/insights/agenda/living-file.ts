import { DECISIONS, type Decision } from '../../model/decision.ts';
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

/** What a new run knows of the hacks in the file. */
export interface Known {
  /** How it ended (`refactored in abc1234`), or null while it is open. */
  ended(id: HackId): string | null;
  /** What was decided about it elsewhere, to be read below it; null where nothing was. */
  decided(id: HackId): Answer | null;
}

/** A decision in words that fit on the line, `·` left to separate them. */
export interface Answer {
  readonly decision: Decision;
  readonly owner: string | null;
  readonly note: string | null;
}

/** A hack that is not in the file yet: its question's heading and its lines. */
export interface NewEntry {
  readonly heading: string;
  readonly lines: readonly string[];
}

const ENTRY = /^(\s*[-*+] \[)([ xX])(\] .*?\b)(hd-[0-9a-f]{16})\b/;
const FIELDS = /^\s*[-*+]\s*decision:([^·\n]*)(?:·\s*owner:([^·\n]*))?(?:·\s*note:([^\n]*))?/i;
const HEADING = /^#{1,6} /;
const AGAIN = ' (open again)';
const BLANK = { decision: null, owner: null, note: null };

/** The entries of a file, in its order. A heading ends an entry. */
export function parseAgenda(text: string): WrittenEntry[] {
  const entries: WrittenEntry[] = [];
  let isInEntry = false;
  for (const line of text.split(/\r?\n/)) {
    const entry = ENTRY.exec(line);
    if (entry) entries.push({ id: entry[4] as HackId, isTicked: entry[2] !== ' ', ...BLANK });
    isInEntry = entry !== null || (isInEntry && !HEADING.test(line));
    const last = entries.at(-1);
    if (isInEntry && last?.decision === null) entries[entries.length - 1] = { ...last, ...readFields(line) };
  }
  return entries;
}

/** What a line below an entry decides; nothing where it is another line. */
function readFields(line: string): Partial<WrittenEntry> {
  const [, decision, owner, note] = FIELDS.exec(line) ?? [];
  if (decision === undefined) return {};
  const word = DECISIONS.find((candidate) => candidate === decision.trim().toLowerCase()) ?? null;
  return { decision: word, owner: owner?.trim() || null, note: note?.trim() || null };
}

/** The file with states and blank answers brought up to date and new hacks added; nothing that people wrote is lost or moved (see living-file.md). */
export function updateAgenda(text: string, known: Known, fresh: readonly NewEntry[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/).map((line) => updateLine(line, known));
  for (const entry of fresh) addEntry(lines, entry);
  return fillAnswers(lines, known).join(eol);
}

function updateLine(line: string, { ended }: Known): string {
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

/** Fills what was decided elsewhere into the line that is read, as far as people left it blank and decided nothing else. */
function fillAnswers(lines: readonly string[], { decided }: Known): string[] {
  const entries = parseAgenda(lines.join('\n')).values();
  let asked: WrittenEntry | undefined;
  return lines.map((line) => {
    const isEntry = ENTRY.test(line);
    if (isEntry || HEADING.test(line)) asked = isEntry ? entries.next().value : undefined;
    if (isEntry || !asked || !FIELDS.test(line) || (readFields(line).decision ?? null) !== asked.decision) return line;
    const answer = decided(asked.id);
    asked = undefined;
    return answer === null ? line : fillAnswer(line, answer);
  });
}

/** Each field by itself: an owner whom people wrote down stays, whoever owns it elsewhere. */
function fillAnswer(line: string, answer: Answer): string {
  const [, written = ''] = FIELDS.exec(line) ?? [];
  if (written.trim() !== '' && written.trim().toLowerCase() !== answer.decision) return line;
  return FIELD_NAMES.reduce((told, name) => fillField(told, name, answer[name]), line);
}

const FIELD_NAMES = ['decision', 'owner', 'note'] as const;

function fillField(line: string, name: (typeof FIELD_NAMES)[number], word: string | null): string {
  const blank = new RegExp(`^(\\s*[-*+]\\s*(?:decision:[^·]*·\\s*)?(?:owner:[^·]*·\\s*)?${name}:)[ \\t]*(·.*)?$`, 'i');
  const [, before, after] = blank.exec(line) ?? [];
  if (word === null || before === undefined) return line;
  return `${before} ${word}${after === undefined ? '' : ` ${after}`}`;
}

/** Below the last entry under the heading; else the heading comes again at the end. */
function addEntry(lines: string[], { heading, lines: added }: NewEntry): void {
  const start = lines.findLastIndex((line) => line.trim() === heading);
  if (start < 0) {
    const isBlank = (lines.at(-1) ?? '') === '';
    lines.push(...(isBlank ? [] : ['']), heading, '', ...added, '');
    return;
  }
  const next = lines.findIndex((line, index) => index > start && HEADING.test(line));
  const end = next < 0 ? lines.length : next;
  const last = lines.slice(0, end).findLastIndex((line, index) => index > start && line.trim() !== '');
  lines.splice(last < 0 ? start + 1 : last + 1, 0, ...(last < 0 ? [''] : []), ...added);
}
