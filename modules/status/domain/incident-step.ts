import { type Level, worst } from './components.ts';

/** What follows for the measured incident of a component. */
export type IncidentStep = { readonly begin: Exclude<Level, 'working'> } | { readonly end: true } | undefined;

/**
 * An incident begins when so many measurements in a row are not good, and ends when as many are: one bad minute is
 * no incident, and one good minute no cure.
 * @param latest levels, the newest first, without gaps: minutes that were not measured say nothing
 */
export function incidentStep(latest: readonly Level[], inRow: number, open: boolean): IncidentStep {
  const row = latest.slice(0, inRow);
  if (row.length < inRow) return undefined;
  const level = worst(row);
  if (!open && level !== 'working' && !row.includes('working')) return { begin: level };
  if (open && level === 'working') return { end: true };
  return undefined;
}
