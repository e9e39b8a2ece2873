/** A file that makes a CI run the gate. */
export interface CiStep {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  /** What is left to do by hand; null: nothing. */
  readonly advice: string | null;
}

/** Two commits of the merge that GitHub makes are enough for `check`; rules on age would need `fetch-depth: 0`. */
const GITHUB = `name: hackdebt
on: pull_request
permissions:
  contents: read
jobs:
  hackdebt:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 2
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # Tells what the branch did and passes; rules are in hackdebt.config.json, or flags here: --no-swept --forbid XXX
      - run: npx --yes hackdebt@0.1.0 check
`;

/** The widget of a merge request compares with the report of the default branch, so the job runs there, too. */
const GITLAB = `hackdebt:
  image: node:22
  variables:
    GIT_DEPTH: '0'
  script:
    # Tells what the branch did and passes; rules are in hackdebt.config.json, or flags here: --no-swept --forbid XXX
    - npx --yes hackdebt@0.1.0 check --format terminal --output gitlab=gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;

/** What `init --ci` writes, by the name of the CI. */
export const CI_STEPS = {
  github: { path: '.github/workflows/hackdebt.yml', text: GITHUB, advice: null },
  gitlab: {
    path: '.gitlab/hackdebt.yml',
    text: GITLAB,
    advice: 'Add to .gitlab-ci.yml: include: [{ local: .gitlab/hackdebt.yml }]',
  },
} as const satisfies Readonly<Record<string, CiStep>>;
