import { escapeTerminal } from './terminal.ts';

/** Untrusted text as XML text or as the value of an attribute; what XML 1.0 forbids is shown as its picture. */
export function escapeXml(text: string): string {
  return escapeTerminal(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}
