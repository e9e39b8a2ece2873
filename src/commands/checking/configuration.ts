import type { Repository } from '../../git/repository.ts';
import type { FoundConfig } from '../../model/config.ts';
import type { Check } from '../../model/report.ts';
import { DECISIONS_FILE } from '../../sprints/decisions.ts';
import { decisionsAt } from '../mining/decisions-file.ts';
import { ok, warning } from './check.ts';

/** Where the configuration comes from, and what cannot be read of what the team decided. */
export async function checkConfiguration(repository: Repository | null, found: FoundConfig): Promise<Check> {
  const { problems } = repository === null ? { problems: [] } : await decisionsAt({ repository });
  const [first] = problems;
  if (first) {
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
    const finding = `${DECISIONS_FILE}:${first.line}: ${first.problem}${more}`;
    return warning('configuration', finding, 'Mend the file: what cannot be read does not count.');
  }
  const { origin, config } = found;
  const calendar = config.sprint === null ? '' : `; sprints from ${config.sprint.start} in ${config.sprint.timezone}`;
  const names = config.scopes.map(({ name }) => name).join(', ');
  const scopes = names === '' ? '' : `; scopes ${names}`;
  return ok('configuration', `${origin ?? 'the defaults, as there is no file'}${calendar}${scopes}`);
}
