import type { AgendaItem, Explanation } from '../../../model/agenda.ts';
import type { Candidate } from '../../../insights/agenda/rank.ts';

/** More than this nobody explains in an hour. */
const MOST = 8;

/** Who explains what to whom: first what an agent wrote, then what nobody but its author has touched; by rank, each file once. */
export function explainThese(items: readonly AgendaItem[], candidates: readonly Candidate[]): Explanation[] {
  const facts = new Map(candidates.map(({ hack, facts: seen }) => [hack.id, seen]));
  const all = items.flatMap(({ hack, ask }): Explanation[] => {
    const { byAgent: isAgents = false, people = null } = facts.get(hack.id) ?? {};
    const isAlone = people === null ? hack.touches === 0 : people < 2;
    if (!isAgents && !isAlone) return [];
    const why = isAgents ? 'an agent wrote it' : 'only one touched it';
    return [{ id: hack.id, path: hack.path, line: hack.line, why, who: ask }];
  });
  const once = all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
  const agents = once.filter(({ why }) => why === 'an agent wrote it');
  return [...agents, ...once.filter(({ why }) => why !== 'an agent wrote it')].slice(0, MOST);
}
