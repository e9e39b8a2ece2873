import type { Story } from '../rig/story.ts';

/** Three people, a bot and an agent; a week in Berlin, at whose end the clocks go back. */
const ANN = 'Ann Lee <ann@example.org>';
const BO = 'Bo Diaz <bo@example.org>';
const CY = 'Cy Wong <cy@example.org>';
const BOT = 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>';

const CONFIG = JSON.stringify({ sprint: { start: 'monday', timezone: 'Europe/Berlin' } });
const PLAYER = 'export function play(song) {\n  // FIXME skips the first beat\n  return song.slice(1);\n}\n';
const CHART = 'export function chart() {\n  // TODO fake numbers, remove after the demo\n  return [3, 1, 2];\n}\n';
const FEED =
  "export function feed(songs) {\n  // TODO don't do this, talk to MySQL\n  return songs.filter(Boolean);\n}\n";
const MIXER = 'export function mix(left, right) {\n  // HACK one channel only, sorry\n  return left ?? right;\n}\n';
const OLD = 'export function vinyl() {\n  // TODO support 78 rpm\n  return 33;\n}\n';

function without(code: string): string {
  return code.replace(/ *\/\/.*\n/, '');
}

/** Commits of a week, in the order in which they were made. Times are UTC: Berlin is two hours ahead, from Sunday on one. */
export const WEEK: Story = [
  {
    name: 'before',
    author: ANN,
    at: '2026-10-05T08:00:00Z',
    files: { 'hackdebt.config.json': CONFIG, 'vinyl.js': OLD },
  },
  {
    name: 'monday',
    author: ANN,
    at: '2026-10-19T08:00:00Z',
    message: 'Player and chart, good enough for now',
    files: { 'player.js': PLAYER, 'chart.js': CHART },
  },
  {
    name: 'bump',
    author: BOT,
    at: '2026-10-19T09:00:00Z',
    message: 'Update dependencies',
    files: { 'package.json': '{}\n' },
  },
  {
    name: 'feed',
    on: 'demo',
    parents: ['bump'],
    author: BO,
    at: '2026-10-20T09:00:00Z',
    message: 'Quick and dirty hack to get the feed going\n\nCo-authored-by: aider (model) <aider@aider.chat>\n',
    files: { 'feed.js': FEED },
  },
  { name: 'mixer', on: 'demo', author: CY, at: '2026-10-20T14:00:00Z', message: 'Mix', files: { 'mixer.js': MIXER } },
  {
    name: 'sweep',
    author: ANN,
    at: '2026-10-21T10:00:00Z',
    message: 'Tidy up',
    files: { 'player.js': without(PLAYER) },
  },
  {
    name: 'squash',
    author: CY,
    at: '2026-10-22T08:00:00Z',
    message: 'Feed and mixer (#7)',
    files: { 'feed.js': FEED, 'mixer.js': MIXER },
  },
  {
    name: 'move',
    author: BO,
    at: '2026-10-22T12:00:00Z',
    message: 'Sort files',
    rename: { 'mixer.js': 'audio/mixer.js' },
  },
  { name: 'drop', author: CY, at: '2026-10-22T13:00:00Z', message: 'Drop the chart', files: { 'chart.js': null } },
  {
    name: 'pay',
    author: BO,
    at: '2026-10-23T12:00:00Z',
    message: 'Talk to MySQL',
    files: { 'feed.js': 'export function feed(db) {\n  return db.query(NEWEST);\n}\n' },
  },
  {
    name: 'weekend',
    author: ANN,
    // Half past three in the night to Monday, by the winter's clock: still Friday's.
    at: '2026-10-26T02:30:00Z',
    message: 'Could not sleep',
    files: { 'lyrics.js': 'export function lyrics() {\n  // TODO ask for the rights\n  return words();\n}\n' },
  },
  {
    name: 'next',
    author: CY,
    at: '2026-10-26T07:00:00Z',
    message: 'Next week',
    files: { 'next.js': '// TODO plan it\nplan();\n' },
  },
];

/** What the repository looks like when a day is over: where its branches are. */
export interface DayEnd {
  readonly main: string;
  readonly demo: string | null;
  /** In the evening; of the weekend when Monday has begun. */
  readonly now: string;
}

export type DayName = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'weekend';

/** The days in their order. On Thursday the demo's branch is squashed, deleted and collected. */
export const DAYS: Readonly<Record<DayName, DayEnd>> = {
  monday: { main: 'bump', demo: null, now: '2026-10-19T18:00:00Z' },
  tuesday: { main: 'bump', demo: 'mixer', now: '2026-10-20T18:00:00Z' },
  wednesday: { main: 'sweep', demo: 'mixer', now: '2026-10-21T18:00:00Z' },
  thursday: { main: 'drop', demo: null, now: '2026-10-22T18:00:00Z' },
  friday: { main: 'pay', demo: null, now: '2026-10-23T18:00:00Z' },
  weekend: { main: 'next', demo: null, now: '2026-10-26T08:00:00Z' },
};
