/* oxlint-disable import/no-unassigned-import -- tests are all that they hold */
// One week, played once, and all that is asserted of it; what rewrites history comes last.
import './golden.ts';
import './papers.ts';
import './pace.ts';
import './later.ts';
