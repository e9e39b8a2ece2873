import { MIGRATIONS } from './migrations.ts';

/** A row of sqlite_schema. */
export interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** What a database may not be, in words that follow "it has". */
export type Distrust = 'parts missing' | 'changed tables or views' | 'foreign triggers';

const CREATED = /^CREATE (?:UNIQUE )?(?:TABLE|INDEX|VIEW|TRIGGER) (\w+)/;

/**
 * A database may come from a cache or from somebody else: what would run when it is used must be what this program wrote.
 * Extra tables, views and indexes are the user's own business, as nothing here reads them; a trigger would run.
 */
export function findDistrust(objects: readonly SchemaObject[]): Distrust | undefined {
  const expected = expectedObjects();
  for (const { type, name, sql } of objects) {
    const known = expected.get(name);
    if (known === undefined && type === 'trigger') return 'foreign triggers';
    if (known !== undefined && known !== sql) return 'changed tables or views';
    expected.delete(name);
  }
  return expected.size > 0 ? 'parts missing' : undefined;
}

function expectedObjects(): Map<string, string> {
  const created = MIGRATIONS.flat().flatMap((sql) => {
    const name = CREATED.exec(sql)?.[1];
    return name === undefined ? [] : [[name, sql] as const];
  });
  // What a later version makes anew replaces what an older one made.
  return new Map(created);
}
