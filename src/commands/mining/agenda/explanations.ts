import type { AgendaItem, Explanation } from '../../../model/agenda.ts';
import type { Candidate } from '../../../insights/agenda/rank.ts';

/** More than this nobody explains in an hour. */
const MOST = 8;

/** Who explains what to whom: first what an agent wrote, then what nobody but its author has touched; by rank. */
export function explainThese(items: readonly AgendaItem[], candidates: readonly Candidate[]): Explanation[] {
  const facts = new Map(candidates.map(({ hack, facts: seen }) => [hack.id, seen]));
  const all = items.flatMap(({ hack, ask }): Explanation[] => {
    const isAgents = facts.get(hack.id)?.byAgent === true;
    if (!isAgents && hack.touches > 0) return [];
    const why = isAgents ? 'an agent wrote it' : 'only one touched it';
    return [{ id: hack.id, path: hack.path, line: hack.line, why, who: ask }];
  });
  const agents = all.filter(({ why }) => why === 'an agent wrote it');
  return [...agents, ...all.filter(({ why }) => why !== 'an agent wrote it')].slice(0, MOST);
}
