import { RECORDS_1 } from './records.ts';
import { ADMISSIONS_3 } from './admissions.ts';
import { CHARTED_4 } from './charted.ts';
import { LIVES_2 } from './lives.ts';
import { TABLES_1 } from './tables.ts';
import { TEAMS_5 } from './teams.ts';
import { VIEWS_1 } from './views.ts';

/** `hdbt`: tells a hackdebt database from any other SQLite file. */
export const APPLICATION_ID = 0x68646274;

/** The statements that lead from one schema version to the next; entry 0 leads from an empty file to version 1. Append only. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [...TABLES_1, ...RECORDS_1, ...VIEWS_1],
  LIVES_2,
  ADMISSIONS_3,
  CHARTED_4,
  TEAMS_5,
];

/** The schema version this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;
