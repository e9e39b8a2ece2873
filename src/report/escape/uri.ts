/**
 * A path as a relative URI. A first segment with a colon would read as a scheme, so it is escaped too; parentheses and quotes, which
 * encodeURIComponent leaves, would end a link in Markdown.
 */
export function escapeUri(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[()'*!]/g, percent))
    .join('/');
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
