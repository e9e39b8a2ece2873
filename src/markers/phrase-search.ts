import type { PassageMarker } from './passages.ts';
import type { PhraseRow } from './phrases.ts';
import type { Ruleset } from './ruleset.ts';
import { findIssues } from './tag-details.ts';
import { collapse } from './tag-search.ts';

interface Phrase {
  readonly rule: PhraseRow;
  readonly regex: RegExp;
}

const known = new WeakMap<Ruleset, readonly Phrase[]>();

/** The first phrase of a passage that admits a shortcut, with its sentence; none or one. */
export function findPhrase(text: string, ruleset: Ruleset): PassageMarker[] {
  let first: { readonly rule: PhraseRow; readonly at: number; readonly end: number } | undefined;
  for (const { rule, regex } of phrasesOf(ruleset)) {
    const match = findSaid(text, regex);
    if (match === undefined) continue;
    // A pattern may begin with the end of the sentence before.
    const at = match.index + (/^[\s.!;:,(–—-]*/.exec(match[0])?.[0].length ?? 0);
    if (first === undefined || at < first.at) first = { rule, at, end: match.index + match[0].length };
  }
  return first ? [markerOf(text, first)] : [];
}

/** The first match that does not end within an address: what a page is called says nothing of this code. */
function findSaid(text: string, regex: RegExp): RegExpExecArray | undefined {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    const end = match.index + match[0].length;
    if (!ADDRESS.test(text.slice(Math.max(0, end - REACH), end))) return match;
    regex.lastIndex = Math.max(end, match.index + 1);
  }
  return undefined;
}

const ADDRESS = /(?:\bhttps?:\/\/|\bwww\.)[^\s<>"'`]*$/i;

function markerOf(
  text: string,
  { rule, at, end }: { readonly rule: PhraseRow; readonly at: number; readonly end: number },
): PassageMarker {
  const from = sentenceStart(text, at);
  const to = sentenceEnd(text, end);
  const sentence = text.slice(from, to);
  return {
    kind: 'phrase',
    tag: rule.name,
    text: collapse(sentence).replace(/^[-*•#/|]+\s+/, ''),
    owner: null,
    issues: findIssues(sentence),
    due: null,
    priority: 0,
    at,
    end: from + sentence.trimEnd().length,
  };
}

// A sentence reaches no further than this, so that a text of one long line stays readable.
const REACH = 500;
const SENTENCE_END = /[.!?](?=\s|$)|\n\s*\n|\n[ \t]*(?=@\w)|(?:^|\n)[ \t]*([-=*~#_+])\1{3,}/g;

function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  let start = from;
  for (const match of text.slice(from, at).matchAll(SENTENCE_END)) start = from + match.index + match[0].length;
  return start;
}

function sentenceEnd(text: string, end: number): number {
  const match = [...text.slice(end, end + REACH).matchAll(SENTENCE_END)][0];
  if (!match) return Math.min(text.length, end + REACH);
  return end + match.index + (match[0].includes('\n') ? 0 : 1);
}

function phrasesOf(ruleset: Ruleset): readonly Phrase[] {
  const made = known.get(ruleset) ?? ruleset.phrases.map((rule) => ({ rule, regex: new RegExp(rule.pattern, 'gimu') }));
  known.set(ruleset, made);
  return made;
}
