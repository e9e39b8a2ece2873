import type { Io } from './io.ts';

/** Whether a terminal shows only ASCII: the Linux console, a dumb one, or a locale that names another charset than UTF-8. */
export function showsOnlyAscii(env: Io['env']): boolean {
  if (env['TERM'] === 'linux' || env['TERM'] === 'dumb') return true;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale !== '' && !/utf-?8/i.test(locale);
}
