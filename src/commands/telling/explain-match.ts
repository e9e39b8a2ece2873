import { LEVELS, SAME_BLOB, SAME_HACK } from '../../history/levels.ts';
import { isTerse } from '../../history/similarity.ts';
import type { Wording } from '../../model/marker.ts';
import type { StoredEvent } from '../../model/store.ts';

/** What a hash of the surroundings stands for, in words. */
const NEIGHBOURS: Readonly<Record<keyof Wording['around'], string>> = {
  before: 'line above',
  code: 'annotated code',
  scope: 'definition',
};

/**
 * Why two markers were taken for one hack: the level that joined them with its score, then what was the same and what was not:
 * `same neighbours, score 0.95: text same, line above same, annotated code same, definition other`. Null for an event without a match.
 */
export function explainMatch({ why, before, after }: Pick<StoredEvent, 'why' | 'before' | 'after'>): string | null {
  if (why === null || before === null || after === null) return why;
  const [one, other] = [before.wording, after.wording];
  const parts = [
    ...(before.path === after.path ? [] : [`from ${before.path}`]),
    `text ${one.text === other.text ? 'same' : 'other'}`,
    ...(one.tag === other.tag ? [] : [`tag ${one.tag} to ${other.tag}`]),
    ...(Object.keys(NEIGHBOURS) as (keyof Wording['around'])[]).map(
      (name) => `${NEIGHBOURS[name]} ${compare(one.around[name], other.around[name])}`,
    ),
  ];
  return `${why}${scoreOf(why, after.wording)}: ${parts.join(', ')}`;
}

function compare(one: number, other: number): string {
  if (one === 0 && other === 0) return 'absent';
  return one === other ? 'same' : 'other';
}

/** A reworded match says its score itself. Of two levels of one name the lower one is for texts that say little. */
function scoreOf(why: string, { text }: Wording): string {
  const levels = [...LEVELS, SAME_BLOB, SAME_HACK].filter(({ name }) => name === why);
  const level = isTerse(text) ? levels.at(-1) : levels[0];
  return level ? `, score ${level.score.toFixed(2)}` : '';
}
