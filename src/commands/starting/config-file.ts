import type { RootReader } from '../../model/request.ts';

/** The file that `init` writes. */
export const CONFIG_FILE = 'hackdebt.config.json';

/** The file at the root that holds a configuration, or null. */
export async function findConfigFile(read: RootReader): Promise<string | null> {
  for (const name of [CONFIG_FILE, 'hackdebt.config.jsonc']) if ((await read(name)) !== null) return name;
  const manifest = await read('package.json');
  return manifest !== null && /"hackdebt"\s*:\s*\{/.test(manifest) ? 'package.json' : null;
}

/** A configuration as a file that people edit. */
export function renderConfig(draft: Readonly<Record<string, unknown>>, schema: string): string {
  return `${JSON.stringify({ $schema: schema, ...draft }, null, 2)}\n`;
}
