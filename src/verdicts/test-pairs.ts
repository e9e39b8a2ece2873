const TEST_FOLDER = /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\//i;
const TEST_NAME = /(?:^test[_-]|[._-](?:tests?|specs?|e2e|cy)(?=\.)|(?:Tests?|Spec)(?=\.))/;
const PROSE = /\.(?:md|mdx|txt|rst|adoc|json|ya?ml|lock|svg|png)$/i;

/** True if a path is that of a test, by its folder or its name. */
export function isTest(path: string): boolean {
  return TEST_FOLDER.test(path) || TEST_NAME.test(nameOf(path));
}

/**
 * True if a change of `other` in the same commit may be what an admission in `path` asked for: a test named after its file, or for an
 * admission in a test any code that is no test.
 */
export function isTestPair(path: string, other: string): boolean {
  if (path === other || PROSE.test(other)) return false;
  return isTest(path) ? !isTest(other) : isTest(other) && stemOf(other) === stemOf(path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  const name = nameOf(path).replace(TEST_NAME, '');
  return name.slice(0, name.includes('.') ? name.indexOf('.') : undefined).toLowerCase();
}
