import type { Report } from '../../model/report.ts';
import { SHAPES, type Shape } from './shapes.ts';
import { stringify } from './stringify.ts';

/** A report as its JSON document: the keys of the contract, in its order, and no others. */
export function renderJson(report: Report): string {
  return stringify(arrange(report, SHAPES[report.schema]));
}

function arrange(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) return value.map((item) => arrange(item, shape));
  if (shape === null || value === null || typeof value !== 'object') return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const known = Object.keys(shape).filter((key) => fields[key] !== undefined);
  return Object.fromEntries(known.map((key) => [key, arrange(fields[key], shape[key] ?? null)]));
}
