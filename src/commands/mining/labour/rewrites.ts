import type { Extent } from '../../../model/hack.ts';
import type { Place } from '../../../model/lineage.ts';
import { judgeRewrite } from '../../../verdicts/judge-rewrite.ts';
import { sourceOf } from '../removal-texts.ts';
import type { Tools } from './labour.ts';

/** Where a marker stood before a commit and after it. */
export interface RewriteTask {
  readonly before: Place;
  readonly after: Place;
}

/** How much the code of each marker changed; nothing where a text is missing or too large. */
export async function judgeRewriteBatch(
  { repository }: Pick<Tools, 'repository'>,
  tasks: readonly RewriteTask[],
): Promise<Extent[]> {
  const texts = await repository.texts(tasks.flatMap(({ before, after }) => [before.blob, after.blob]));
  return tasks.map((task, index) => {
    const [before, after] = [texts[2 * index], texts[2 * index + 1]];
    if (!before || !after) return 'none';
    const sources = { before: sourceOf(before, task.before.path), after: sourceOf(after, task.after.path) };
    return judgeRewrite({ ...sources, marker: task.before });
  });
}
