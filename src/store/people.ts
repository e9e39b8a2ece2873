import type { Identity } from '../model/git.ts';
import type { DisplayName } from '../model/store.ts';
import type { Connection } from './connection.ts';

/** Everybody named in the commits, in byte order. */
export function readPeople(connection: Connection): Identity[] {
  const sql = 'SELECT name, email FROM person_rows WHERE repo_id = ? ORDER BY name, email';
  return connection.all<Identity>(sql, connection.repoId);
}

/** Sets how people are shown; those not named are shown by their raw name and email again. */
export function writeDisplayNames(connection: Connection, names: readonly DisplayName[]): void {
  const reset = `UPDATE person_rows SET display_name = name, display_email = email
    WHERE repo_id = ? AND (display_name <> name OR display_email <> email)`;
  const sql = 'UPDATE person_rows SET display_name = ?, display_email = ? WHERE repo_id = ? AND name = ? AND email = ?';
  connection.run(reset, connection.repoId);
  for (const { name, email, displayName, displayEmail } of names) {
    connection.run(sql, displayName, displayEmail, connection.repoId, name, email);
  }
}
