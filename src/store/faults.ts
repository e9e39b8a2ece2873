import { UnsoundError } from '../errors.ts';

/** SQLite's codes by their first words, and what each means to the user. See sqlite.org/rescode.html. */
const FAULTS: readonly { readonly code: string; readonly sentence: (file: string) => string }[] = [
  { code: 'SQLITE_NOTADB', sentence: (file) => `${file} is no database: move it away, or name another with --db.` },
  { code: 'SQLITE_CORRUPT', sentence: damaged },
  { code: 'SQLITE_FORMAT', sentence: damaged },
  {
    code: 'SQLITE_BUSY',
    sentence: (file) => `${file} is locked by another program: close it and run hackdebt again.`,
  },
  {
    code: 'SQLITE_LOCKED',
    sentence: (file) => `${file} is locked by another program: close it and run hackdebt again.`,
  },
  {
    code: 'SQLITE_FULL',
    sentence: (file) => `The disk is full, nothing more can be written to ${file}: make room and run hackdebt again.`,
  },
  {
    code: 'SQLITE_READONLY',
    sentence: (file) => `${file} cannot be written: mend its permissions, or name another with --db.`,
  },
  {
    code: 'SQLITE_CANTOPEN',
    sentence: (file) => `${file} cannot be opened: mend its permissions, or name another with --db.`,
  },
  {
    code: 'SQLITE_PERM',
    sentence: (file) => `${file} cannot be opened: mend its permissions, or name another with --db.`,
  },
  {
    code: 'SQLITE_IOERR',
    sentence: (file) => `Reading or writing ${file} failed: check the disk and run hackdebt again.`,
  },
];

/** What to throw when the content of a database is not what was written to it. */
export function damage(file: string): UnsoundError {
  return new UnsoundError(damaged(file));
}

function damaged(file: string): string {
  return `${file} is damaged: hackdebt doctor --rebuild moves it aside and makes a new one.`;
}

/** Runs `work` on the file and says SQLite's failures in one sentence each (UnsoundError); all else flies on as it is. */
export function soundly<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explain(file, error);
  }
}

function explain(file: string, error: unknown): unknown {
  const code = codeOf(error);
  const fault = FAULTS.find((row) => code.startsWith(row.code));
  return fault ? new UnsoundError(fault.sentence(file), { cause: error }) : error;
}

/** The code of a failed call (`SQLITE_BUSY`, `EACCES`), or an empty string. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
