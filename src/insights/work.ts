import type { Work } from '../model/standup.ts';

/** One changed file of a commit, as far as it tells what the work was for. Lines that say something (a letter or digit). */
export interface FileWork {
  readonly path: string;
  readonly subject: string;
  readonly added: number;
  readonly removed: number;
  readonly isNew: boolean;
  /** A hack was paid in that commit. */
  readonly hasPaid: boolean;
}

interface WorkRule {
  readonly work: Work;
  readonly fits: (file: FileWork) => boolean;
}

const TESTS =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|fixtures?|testdata)\/|(?:^|\/)(?:test_[^/]+|conftest)\.py$|[._-](?:test|tests|spec|e2e|cy|test-d)\.[^/]+$|(?:Test|Tests|Spec|IT)\.(?:java|kt|cs|scala|groovy|swift)$|_test\.(?:go|py|rb|c|cc|cpp|dart|exs)$/;
const DOCUMENTS = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|tex|org)$|(?:^|\/)(?:docs?|documentation|website|man)\//i;
const REFACTORING =
  /^\W*(?:refactor|cleanup|clean up|simplif|tidy|extract|rename|inline|dedup|reorgani[sz]e|restructure|remove (?:dead|unused)|move\b)|^\w*refactor\w*(?:\([^)]*\))?!?:|\brefactor(?:ing|ed)?\b/i;

/** What changed lines were for: the first rule that fits decides. */
const WORK_RULES: readonly WorkRule[] = [
  { work: 'testing', fits: ({ path }) => TESTS.test(path) },
  { work: 'documenting', fits: ({ path }) => DOCUMENTS.test(path) },
  {
    work: 'refactoring',
    fits: ({ subject }) => REFACTORING.test(subject),
  },
  { work: 'refactoring', fits: ({ hasPaid, isNew }) => hasPaid && !isNew },
  {
    work: 'refactoring',
    fits: ({ isNew, added, removed }) => !isNew && removed >= added,
  },
  { work: 'building', fits: () => true },
];

/** The lines of all these files by what they were for. */
export function sumWork(files: readonly FileWork[]): Record<Work, number> {
  const sums: Record<Work, number> = { building: 0, testing: 0, documenting: 0, refactoring: 0 };
  for (const file of files) sums[workOf(file)] += file.added + file.removed;
  return sums;
}

function workOf(file: FileWork): Work {
  return WORK_RULES.find(({ fits }) => fits(file))?.work ?? 'building';
}
