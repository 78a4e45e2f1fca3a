import { addDays, type Day } from '#kernel';
import { type Hold, holdsOf } from '../storage/holds.ts';
import {
  findInspection,
  type Inspection,
  type InspectionRow,
  type InspectionState,
  inspectionsPage,
} from '../storage/inspections.ts';
import { type Photo, photosOf } from '../storage/photos.ts';
import { type Sample, samplesOf } from '../storage/samples.ts';
import { type Step, stepsOf } from '../storage/steps.ts';
import type { ListKey } from './list-key.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';

type Ports = Pick<InspectionPorts, 'database'>;

/** An inspection with all there is of it. */
export interface WholeInspection {
  readonly inspection: Inspection;
  readonly holds: readonly Hold[];
  readonly samples: readonly Sample[];
  readonly photos: readonly Photo[];
  readonly steps: readonly Step[];
}

/** An inspection of the party's, or of the zone where none is named. @throws InspectionRefusal */
export async function wholeInspection(
  { database: { readers } }: Ports,
  party: string | undefined,
  inspectionId: string,
): Promise<WholeInspection> {
  const inspection = await findInspection(readers, inspectionId, party);
  if (!inspection) throw new InspectionRefusal('INSPECTION-NOT-FOUND');
  return {
    inspection,
    holds: await holdsOf(readers, inspection),
    samples: await samplesOf(readers, inspection),
    photos: await photosOf(readers, inspection),
    steps: await stepsOf(readers, inspection),
  };
}

/** Which inspections a page shows. */
export interface PageWish {
  readonly party: string | undefined;
  readonly states: readonly InspectionState[] | undefined;
  readonly siteCode: string | undefined;
  readonly customsCode: string | undefined;
  /** Those in which this agency wants something. */
  readonly agency: string | undefined;
  readonly list: ListKey | undefined;
  readonly from: Day | undefined;
  readonly days: number;
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Inspections of a party or of the zone, the latest first. */
export const inspectionsBefore = (
  { database }: Ports,
  { from, days, ...wish }: PageWish,
): Promise<InspectionRow[]> =>
  inspectionsPage(database.readers, {
    ...wish,
    between:
      from === undefined
        ? undefined
        : {
            from: new Date(`${from}T00:00:00+08:00`),
            to: new Date(`${addDays(from, days)}T00:00:00+08:00`),
          },
  });

export type { Hold, Inspection, InspectionRow, Photo, Sample, Step };
