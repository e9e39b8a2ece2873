import { readFileSync } from 'node:fs';

/** What the program says of itself. */
export interface Package {
  readonly version: string;
  /** Where bugs are told; null if nowhere. */
  readonly bugs: string | null;
}

/** From package.json, the one place that names the version. */
export function readPackage(): Package {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version, bugs } = JSON.parse(text) as { version: string; bugs?: string | { url?: string } };
  return { version, bugs: (typeof bugs === 'string' ? bugs : bugs?.url) ?? null };
}
