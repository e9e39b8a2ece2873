import type { Braces } from './braces.ts';
import { findBracedScopes } from './braced-scopes.ts';
import { findIndentedScopes } from './indented-scopes.ts';
import type { Scopes } from './scope.ts';
import type { SourceText } from './source-text.ts';
import { findSqlScopes } from './sql-scopes.ts';

/** The definitions of a text: functions, methods, classes, interfaces, namespaces, SQL's tables and routines. Cheap until asked. `braces` are the text's, if they are known. */
export function findScopes(source: SourceText, braces?: Braces): Scopes {
  const shape = source.shape;
  switch (shape.by) {
    case 'braces':
      return findBracedScopes(source, shape, braces);
    case 'indentation':
      return findIndentedScopes(source, shape);
    case 'statements':
      return findSqlScopes(source);
    case 'nothing':
      return { at: () => undefined, all: () => [] };
    default:
      return shape satisfies never;
  }
}
