import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorshipOf, humanBehind, type Authorship } from '../../src/insights/authorship.ts';

type Case = readonly [who: string, trailers: string | null, authorship: Authorship, human: string | undefined];

const CLAUDE = 'Co-authored-by: Claude <noreply@anthropic.com>';

const CASES: readonly Case[] = [
  ['Ann Lee <ann@example.org>', null, 'human', 'Ann Lee'],
  ['Ann Lee <ann@example.org>', 'Co-authored-by: Bo <bo@example.org>', 'human', 'Ann Lee'],
  ['Ann Lee <ann@example.org>', CLAUDE, 'agent', 'Ann Lee'],
  ['Claude <noreply@anthropic.com>', 'Co-authored-by: Bo <bo@example.org>', 'agent', 'Bo'],
  ['Claude <noreply@anthropic.com>', null, 'agent', undefined],
  [
    'copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>',
    'Co-authored-by: Bo <bo@example.org>',
    'agent',
    'Bo',
  ],
  ['Cursor Agent <cursoragent@cursor.com>', null, 'agent', undefined],
  ['Ann Lee (aider) <ann@example.org>', null, 'agent', undefined],
  ['dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>', null, 'bot', undefined],
  ['renovate <bot@renovateapp.com>', null, 'bot', undefined],
  ['github-actions <actions@github.com>', null, 'bot', undefined],
  ['Claude Monet <claude@example.org>', null, 'human', 'Claude Monet'],
  ['Jules Verne <jules@example.org>', null, 'human', 'Jules Verne'],
  ['Devin Townsend <devin@example.org>', null, 'human', 'Devin Townsend'],
  ['Abbot Kinney <abbot@example.org>', null, 'human', 'Abbot Kinney'],
];

for (const [who, trailers, authorship, human] of CASES) {
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(who) ?? [];
  const signed = { author: { name, email }, trailers };

  test(`${who}${trailers === null ? '' : `, ${trailers}`} is ${authorship === 'agent' ? 'an' : 'a'} ${authorship}`, () => {
    assert.equal(authorshipOf(signed), authorship);
  });

  test(`behind ${who}${trailers === null ? '' : `, ${trailers}`} stands ${human ?? 'nobody that is named'}`, () => {
    assert.equal(humanBehind(signed)?.name, human);
  });
}
