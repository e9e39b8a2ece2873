import type { SqlReport } from '../../src/model/sql.ts';

export const ANSWER: SqlReport = {
  schema: 'hackdebt.sql/1',
  name: 'touched',
  question: "Which open hack's code is touched most?",
  sql: 'SELECT id, touches, text FROM hacks',
  columns: ['id', 'touches', 'text'],
  rows: [
    ['hd-3f9a2c1b', 12, 'fake score | for <b>now</b>'],
    ['hd-51aa', 7, null],
  ],
  hasMore: true,
};
