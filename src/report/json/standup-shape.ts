import type { Head } from '../../model/head.ts';
import type * as standups from '../../model/standup.ts';
import type { ShapeOf } from './shape.ts';

const item: ShapeOf<standups.StandupItem> = {
  id: null,
  tag: null,
  text: null,
  path: null,
  line: null,
  fate: null,
  by: null,
  branch: null,
};
const items: ShapeOf<standups.StandupItems> = { paid: item, gone: item, admitted: item, moved: item };
const thanks: ShapeOf<standups.Thanks> = { paid: null, people: null };
const commits: ShapeOf<standups.StandupCommits> = {
  humans: null,
  agents: null,
  agentsFor: null,
  bots: null,
  botNames: null,
};
const branches: ShapeOf<standups.StandupBranches> = {
  unmerged: null,
  read: null,
  squashed: null,
  leftOut: null,
  fetched: null,
};
const notStarted: ShapeOf<standups.NotStarted> = {
  id: null,
  text: null,
  path: null,
  line: null,
  decision: null,
  owner: null,
};
const lines: ShapeOf<standups.Shares['lines']> = {
  building: null,
  testing: null,
  documenting: null,
  refactoring: null,
};
const shares: ShapeOf<standups.Shares> = { lines, leftOut: null };

/** What a standup says beyond its head. */
export const STANDUP: ShapeOf<Omit<standups.StandupReport, keyof Head | 'schema'>> = {
  asOf: null,
  since: null,
  timezone: null,
  in: { sprint: null, day: null },
  items,
  thanks,
  commits,
  branches,
  notStarted,
  shares,
};
