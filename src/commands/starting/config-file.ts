/** The file that `init` writes. */
export const CONFIG_FILE = 'hackdebt.config.json';

/** A configuration as a file that people edit. */
export function renderConfig(draft: Readonly<Record<string, unknown>>, schema: string): string {
  return `${JSON.stringify({ $schema: schema, ...draft }, null, 2)}\n`;
}
