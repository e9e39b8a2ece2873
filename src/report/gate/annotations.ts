import type { ChangedHack, CheckReport, Finding } from '../../model/check.ts';
import type { Annotation } from '../places/annotation.ts';
import { cutToWidth } from '../width.ts';

/** What annotations tell: every finding, an allowed one as a notice, then the admissions that no finding speaks of. */
export function annotationsOf({ findings, changes }: CheckReport): Annotation<ChangedHack>[] {
  const told = new Set(findings.flatMap(({ hack }) => hack?.fingerprint ?? []));
  const fresh = changes.filter(({ change, fingerprint }) => isAdmission(change) && !told.has(fingerprint));
  return [
    ...findings.map((finding) => ({
      rule: finding.rule,
      level: finding.allowed === null ? finding.level : ('notice' as const),
      message: sayFinding(finding),
      place: finding.hack,
    })),
    ...fresh.map((hack) => ({
      rule: 'new' as const,
      level: 'notice' as const,
      message: `${hack.change === 'new' ? 'Admitted' : 'Back again'}: ${sayHack(hack)}`,
      place: hack,
    })),
  ];
}

/** `TODO sort by plays` */
export function sayHack({ tag, text }: ChangedHack): string {
  return `${tag} ${text}`.trimEnd();
}

function isAdmission(change: ChangedHack['change']): boolean {
  return change === 'new' || change === 'reopened';
}

/** Columns of a hack's text before what a rule says of it: what comes behind more would not be seen. */
const WIDE = 120;

function sayFinding({ message, advice, hack, allowed }: Finding): string {
  const what = hack === null ? message : `${cutToWidth(sayHack(hack), WIDE)}: ${message}`;
  return allowed === null ? `${what}. ${advice}` : `${what}. Allowed: ${allowed}`;
}
