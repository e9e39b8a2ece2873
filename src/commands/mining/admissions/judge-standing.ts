import type { Admission, AdmittedFile } from '../../../model/admission.ts';
import type { BlobOid, RepoPath } from '../../../model/git.ts';
import type { Session } from '../session.ts';
import { countLines } from './count-lines.ts';

/** Whether at least one of the lines still stands. */
export function isStanding({ files }: Pick<Admission, 'files'>): boolean {
  return files.some(({ standing }) => standing > 0);
}

/** Counts anew what stands in files that say something else than when last looked at. */
export async function judgeStanding(
  session: Session,
  admissions: readonly Admission[],
  tree: ReadonlyMap<RepoPath, BlobOid>,
): Promise<Admission[]> {
  const asked = admissions.flatMap(({ files }) =>
    files.flatMap((file) => {
      const tip = tree.get(file.now) ?? null;
      return tip === null || tip === file.tip ? [] : [{ file, tip }];
    }),
  );
  const counts = await countLines(
    session,
    asked.map(({ file: { before, after }, tip }) => ({ before, after, tip })),
  );
  const judged = new Map(
    asked.map(({ file, tip }, index): [AdmittedFile, AdmittedFile] => {
      const { standing = 0, firstLine = null } = counts[index] ?? {};
      return [file, { ...file, tip, standing, firstLine: firstLine ?? 1 }];
    }),
  );
  const judge = (file: AdmittedFile): AdmittedFile => {
    if (!tree.has(file.now)) return { ...file, tip: null, standing: 0, firstLine: 1 };
    return judged.get(file) ?? file;
  };
  return admissions.map((admission) => ({ ...admission, files: admission.files.map(judge) }));
}
