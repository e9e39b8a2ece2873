import { findCommentOf } from '../markers/scopes/annotated-code.ts';
import type { MarkerPlace, SourceText } from '../markers/scopes/source-text.ts';

/** Comments that tools obey: `@ts-expect-error TODO`, `// eslint-disable-next-line … TODO`, `# noqa`, `//nolint`. */
const DIRECTIVE =
  /@ts-(?:expect-error|ignore|nocheck)|(?:eslint|tslint|stylelint|oxlint|deno-lint)-(?:disable|ignore)|(?:biome|prettier|rome|v8|c8)[- ]ignore|istanbul ignore|\bnoqa\b|type: *ignore|pylint: *disable|\bNOLINT\b|\bnolint\b|rubocop: *disable|phpstan-ignore|@psalm-suppress|noinspection|\bNOSONAR\b/;

/** The directive in a marker's comment that the new text has less often, if any: the tool is content without it, so something else changed. */
export function findLostDirective(before: SourceText, marker: MarkerPlace, after: SourceText): string | undefined {
  const comment = findCommentOf(before, marker);
  const directive = comment && DIRECTIVE.exec(before.text.slice(comment.start, comment.end))?.[0];
  if (directive === undefined) return undefined;
  return countOf(after.text, directive) < countOf(before.text, directive) ? directive : undefined;
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}
