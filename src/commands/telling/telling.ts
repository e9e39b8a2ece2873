import type { Session } from '../mining/session.ts';
import type { Telling } from './hack-document.ts';

/** How this session's documents are told. */
export function tellingOf({ request, config, cuts }: Session): Telling {
  return { asOf: request.outside.now, emails: config.emails, cuts };
}
