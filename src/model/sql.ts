/** A value of an answer. Whole numbers beyond 2^53 are text; bytes are hexadecimal text. */
export type SqlValue = string | number | null;

/** Columns and rows as SQLite gives them: two columns may have one name. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /** There are more rows than were asked for. */
  readonly hasMore: boolean;
}

/** `hackdebt sql`: what the database answers. */
export interface SqlReport extends Answer {
  readonly schema: 'hackdebt.sql/1';
  /** The part of the repository that was asked about, where that was one with a name. */
  readonly scope?: string;
  /** Name of the question, without `@`; null for a query of one's own. */
  readonly name: string | null;
  /** The question in words. */
  readonly question: string | null;
  /** What was asked; null where the questions themselves are listed. */
  readonly sql: string | null;
}

/** What `sql` is asked. */
export type SqlSource =
  | { readonly kind: 'list' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'query'; readonly sql: string }
  | { readonly kind: 'stdin' };

/** `hackdebt sql` */
export interface SqlOptions {
  readonly source: SqlSource;
  /** At most so many rows are read. */
  readonly limit: number;
  /** The query is ended after so many seconds. */
  readonly seconds: number;
  readonly allowShallow: boolean;
}
