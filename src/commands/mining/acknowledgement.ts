import type { StoredHack } from '../../model/store.ts';

/** Whether a commit message speaks of the hack it removes: its id, an issue of it, its text, or its tag. */
export function isAcknowledged({ id, place }: Pick<StoredHack, 'id' | 'place'>, message: string): boolean {
  const { tag, text, issues } = place.wording;
  const said = plain(message);
  if (said.includes(id.slice(0, 'hd-'.length + 8))) return true;
  if (issues.some((issue) => said.includes(issue.toLowerCase()))) return true;
  if (text.length >= 12 && said.includes(plain(text))) return true;
  return said.split(/[^\p{L}\p{N}']+/u).some((word) => word === tag.toLowerCase() || word === `${tag.toLowerCase()}s`);
}

/** Whether a message names an issue; the number that a forge adds for its own pull request does not count. */
export function namesIssue(message: string): boolean {
  const own = message.replace(/^Merge pull request #\d+.*/m, '').replace(/\s\(#\d+\)$/m, '');
  return /(?:^|[\s([])#\d+\b|\bGH-\d+\b|\b[A-Z][A-Z0-9]+-\d+\b|\/issues\/\d+/.test(own);
}

const REASON =
  /\b(?:outdated|out[- ]of[- ]date|obsolete|stale|untrue|irrelevant|resolved|completed|addressed|finished|done|left-?over|moot|no longer|not? (?:needed|relevant|necessary|true|valid|applicable) any ?more|already (?:done|fixed|implemented|handled|resolved|supported))\b/i;

/** Whether a message says in one line that a comment went because it held no more: "Remove outdated TODO". */
export function saysItHeldNoMore(message: string): boolean {
  return message
    .split('\n')
    .some((line) => REASON.test(line) && /\b(?:todos?|fixmes?|xxx|hacks?|comments?|notes?)\b/i.test(line));
}

/** So much of a text in a message says that the commit is about it, and not only about the comment. */
const SHARED = 2;

/** Whether a message speaks of the matter of an admission: two words of its text, whatever their endings. */
export function speaksOf(message: string, text: string): boolean {
  const said = new Set(stemsOf(message));
  return new Set(stemsOf(text).filter((stem) => said.has(stem))).size >= SHARED;
}

/** Words that admissions and messages of any matter use. */
const COMMON =
  /^(?:this|that|these|those|with|from|when|then|than|should|would|could|will|need|needs|make|more|have|been|into|some|remov|todo|todos|fixme|comme|code|test|tests|suppo|handl|there|which|what|also|only|just|does|doesn|because)$/;

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.map((word) => word.slice(0, 5)).filter((stem) => !COMMON.test(stem));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
