import { SETTINGS_FAMILY } from './settings.ts';
import { NOTEBOOK_FAMILY } from './notebook.ts';
import { INDENTED_FAMILY } from './indented-templates.ts';
import { RAZOR_FAMILY } from './razor.ts';
import { TEMPLATE_FAMILY } from './templates.ts';
import { DOCUMENT_FAMILY } from './documents.ts';
import { LEGACY_FAMILY } from './legacy.ts';
import { BUILD_FAMILY } from './build.ts';
import { HASH_FAMILY } from './hash.ts';
import { NUMERIC_FAMILY } from './numeric.ts';
import { LISP_FAMILY } from './lisp.ts';
import { FUNCTIONAL_FAMILY } from './functional.ts';
import { BRACE_FAMILY } from './braces.ts';
import { C_FAMILY } from './c-family.ts';
import { DATA_FAMILY } from './data.ts';
import { JAVASCRIPT_FAMILY } from './javascript.ts';
import { INTERPOLATING_FAMILY } from './interpolating.ts';
import type { Language } from './language.ts';
import { MARKUP_FAMILY } from './markup.ts';
import { PHP_FAMILY } from './php.ts';
import { PROSE_FAMILY } from './prose.ts';
import { PYTHON_FAMILY } from './python.ts';
import { QUERY_FAMILY } from './query.ts';
import { SCRIPT_FAMILY } from './script.ts';
import { SHELL_FAMILY } from './shell.ts';
import { STYLE_FAMILY } from './styles.ts';

/** Every language whose comments are known. */
export const LANGUAGES: readonly Language[] = [
  ...C_FAMILY,
  ...JAVASCRIPT_FAMILY,
  ...PYTHON_FAMILY,
  ...SCRIPT_FAMILY,
  ...SHELL_FAMILY,
  ...PHP_FAMILY,
  ...QUERY_FAMILY,
  ...STYLE_FAMILY,
  ...MARKUP_FAMILY,
  ...PROSE_FAMILY,
  ...DATA_FAMILY,
  ...BRACE_FAMILY,
  ...INTERPOLATING_FAMILY,
  ...FUNCTIONAL_FAMILY,
  ...LISP_FAMILY,
  ...HASH_FAMILY,
  ...NUMERIC_FAMILY,
  ...BUILD_FAMILY,
  ...LEGACY_FAMILY,
  ...DOCUMENT_FAMILY,
  ...TEMPLATE_FAMILY,
  ...INDENTED_FAMILY,
  ...RAZOR_FAMILY,
  ...NOTEBOOK_FAMILY,
  ...SETTINGS_FAMILY,
];
