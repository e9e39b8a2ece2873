import type { CheckReport, Finding } from '../../model/check.ts';
import { sayVerdict } from '../check.ts';
import { escapeXml } from '../escape/xml.ts';
import { renderPlace } from '../terminal/hack-row.ts';
import { sayHack } from './annotations.ts';

/** One test case per rule in force; its failures are what fails the gate. Without rules one case says what the branch did. */
export function renderCheckJunit(report: CheckReport): string {
  const failing = report.findings.filter(({ level, allowed }) => level === 'error' && allowed === null);
  const rules = [...new Set([...report.policy.rules, ...failing.map(({ rule }) => rule)])];
  const cases = rules.length === 0 ? [renderCase('delta', [])] : rules.map((rule) => renderCase(rule, failing));
  const failed = rules.filter((rule) => failing.some((finding) => finding.rule === rule)).length;
  const counts = `tests="${cases.length}" failures="${failed}" errors="0" skipped="0" time="0"`;
  const suite = `id="0" package="hackdebt" name="hackdebt check" ${counts} timestamp="${escapeXml(report.asOf.slice(0, 19))}" hostname="localhost"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite ${suite}>`,
    '    <properties></properties>',
    ...cases,
    `    <system-out>${escapeXml(sayVerdict(report))}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function renderCase(rule: string, failing: readonly Finding[]): string {
  const own = failing.filter((finding) => finding.rule === rule);
  const open = `    <testcase name="${escapeXml(rule)}" classname="hackdebt" time="0"`;
  const [first] = own;
  if (!first) return `${open}/>`;
  const lines = own.map(({ hack, message }) =>
    escapeXml(hack === null ? message : `${renderPlace(hack)} ${sayHack(hack)}: ${message}`),
  );
  const message = own.length === 1 ? first.message : `${own.length} findings: ${first.message}`;
  return `${open}>\n      <failure type="${escapeXml(rule)}" message="${escapeXml(message)}">${lines.join('\n')}\n${escapeXml(first.advice)}</failure>\n    </testcase>`;
}
