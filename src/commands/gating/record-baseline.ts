import { BASELINE_FILE } from '../../gate/baseline.ts';
import { writeBaseline } from './baseline.ts';
import type { CheckedBranch } from './check-report.ts';
import type { Comparison } from './comparison.ts';

/** Writes the baseline, and judges nothing. */
export async function recordBaseline({ repository, places }: Comparison): Promise<CheckedBranch> {
  const { length: entries } = await writeBaseline(repository, await places());
  const baseline = { file: BASELINE_FILE, from: 'head', isWritten: true, entries, stale: [] } as const;
  return { hacks: [], findings: [], rules: [], facts: { open: null }, gaps: [], changed: [], skipped: 0, baseline };
}
