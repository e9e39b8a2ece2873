import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { openStore } from '../../src/store/open.ts';
import { blobsOf, foldOf } from './story-fold.ts';
import { tellStory } from './story.ts';

/** A file in a fresh folder that goes with the test. */
export function freshFile(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'hackdebt-store-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'hackdebt', 'hackdebt.db');
}

export const story = tellStory({ steps: 40, files: 4, seed: 7 });

/** A database file with a story in it. */
export async function filledFile(context: TestContext): Promise<string> {
  const file = freshFile(context);
  const store = await openStore({ file });
  await store.writeSights('rules', blobsOf(story));
  await store.writeFold('main', foldOf(story, 0, story.told.length));
  await store.close();
  return file;
}

/** Does something to a database behind the store's back. */
export function tamper(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}
