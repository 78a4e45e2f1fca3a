import type { Inspector } from '../domain/officer.ts';
import { maySampleBecome } from '../domain/verdict.ts';
import { holdsOf } from '../storage/holds.ts';
import { addSample, moveSample, type Sample, samplesOf } from '../storage/samples.ts';
import { addSteps } from '../storage/steps.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';
import { begunOf, stepOf } from './visit.ts';

type Ports = Pick<InspectionPorts, 'database' | 'now'>;

/** A sample that is taken. */
export type NewSample = Pick<
  Sample,
  'sampleNo' | 'orderNo' | 'ebpCode' | 'agency' | 'ground' | 'what' | 'sealNo'
> & { readonly entryId: string };

/** Takes a sample: sealed, with the number on its label. The same number again changes nothing. @throws InspectionRefusal */
export async function takeSample(
  { database, now }: Ports,
  officer: Inspector,
  inspectionId: string,
  { entryId, ...sample }: NewSample,
): Promise<void> {
  const at = now();
  await database.transaction(async (client) => {
    const inspection = await begunOf(client, officer, inspectionId);
    const { orderNo, ebpCode, agency, ground } = sample;
    const wanted = (await holdsOf(client, inspection)).some(
      (hold) =>
        hold.orderNo === orderNo &&
        hold.ebpCode === ebpCode &&
        hold.agency === agency &&
        hold.ground === ground,
    );
    if (!wanted) throw new InspectionRefusal('INSPECTION-HOLD');
    const body = { ...sample, state: 'taken', name: officer.name };
    const fresh = await addSteps(client, [stepOf(inspection, 'sample', officer, at, body, entryId)]);
    if (fresh > 0 && !(await addSample(client, inspection, sample, at)))
      throw new InspectionRefusal('SAMPLE-STATE');
  });
}

/** Where a sample comes to be. */
export interface SampleMove {
  readonly entryId: string;
  readonly state: 'sent' | 'received' | 'conforming' | 'nonconforming';
  /** Who gets it; needed where it is sent. */
  readonly laboratory?: string | undefined;
  /** Number of the report; needed with a result. */
  readonly reportNo?: string | undefined;
}

/** Writes the next link of a sample's chain of custody: none is skipped, none goes back. @throws InspectionRefusal */
export async function passSample(
  { database, now }: Ports,
  officer: Inspector,
  inspectionId: string,
  sampleNo: string,
  { entryId, state, laboratory, reportNo }: SampleMove,
): Promise<void> {
  const at = now();
  await database.transaction(async (client) => {
    const inspection = await begunOf(client, officer, inspectionId);
    const sample = (await samplesOf(client, inspection)).find((one) => one.sampleNo === sampleNo);
    if (!sample) throw new InspectionRefusal('SAMPLE-NOT-FOUND');
    const body = { sampleNo, state, laboratory, reportNo, name: officer.name };
    const fresh = await addSteps(client, [stepOf(inspection, 'sample', officer, at, body, entryId)]);
    if (fresh === 0) return;
    const to = laboratory ?? sample.laboratory;
    const tested = state === 'conforming' || state === 'nonconforming';
    if (!maySampleBecome(sample.state, state) || to === null || tested !== (reportNo !== undefined))
      throw new InspectionRefusal('SAMPLE-STATE');
    await moveSample(client, inspection, { sampleNo, state, laboratory: to, reportNo: reportNo ?? null }, at);
  });
}
