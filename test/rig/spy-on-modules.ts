import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A module to load first, which lists on stderr at the end what was loaded with `require`. With `modules` V8 refuses the code that the build
 * made, so that the program starts from its modules, and its packages show.
 */
export function spyOnModules(folder: string, from: 'program' | 'modules'): string {
  const spy = join(folder, `spy-${from}.cjs`);
  const refuse = from === 'modules' ? "require('node:v8').setFlagsFromString('--no-opt');" : '';
  const list = "process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));";
  writeFileSync(spy, refuse + list);
  return spy;
}
