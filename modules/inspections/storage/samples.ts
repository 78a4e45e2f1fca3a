import type { Client, Queryable } from '#postgres';
import type { SampleState } from '../domain/verdict.ts';

interface InspectionKey {
  readonly groupKey: string;
  readonly inspectionId: string;
}

/** A sample, and where it is. */
export interface Sample {
  readonly sampleNo: string;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly agency: string;
  readonly ground: string;
  readonly what: string;
  readonly sealNo: string;
  readonly state: SampleState;
  readonly laboratory: string | null;
  readonly reportNo: string | null;
  readonly changedAt: Date;
}

const COLUMNS = `sample_no as "sampleNo", order_no as "orderNo", ebp_code as "ebpCode", agency, ground, what,
  seal_no as "sealNo", state, laboratory, report_no as "reportNo", changed_at as "changedAt"`;

/** Samples of an inspection, by their numbers. */
export const samplesOf = (client: Queryable, { groupKey, inspectionId }: InspectionKey): Promise<Sample[]> =>
  client.query<Sample>(
    `select ${COLUMNS} from inspections.sample where group_key = $1 and inspection_id = $2 order by sample_no`,
    [groupKey, inspectionId],
  );

/** Adds a sample. @returns whether its number is new */
export async function addSample(
  client: Client,
  { groupKey, inspectionId }: InspectionKey,
  sample: Pick<Sample, 'sampleNo' | 'orderNo' | 'ebpCode' | 'agency' | 'ground' | 'what' | 'sealNo'>,
  at: Date,
): Promise<boolean> {
  const { sampleNo, orderNo, ebpCode, agency, ground, what, sealNo } = sample;
  const added = await client.run(
    `insert into inspections.sample (group_key, inspection_id, sample_no, order_no, ebp_code, agency, ground, what, seal_no,
       state, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'taken', $10) on conflict do nothing`,
    [groupKey, inspectionId, sampleNo, orderNo, ebpCode, agency, ground, what, sealNo, at],
  );
  return added === 1;
}

/** Writes where a sample is now; the caller has locked its inspection. */
export async function moveSample(
  client: Client,
  { groupKey, inspectionId }: InspectionKey,
  sample: Pick<Sample, 'sampleNo' | 'state' | 'laboratory' | 'reportNo'>,
  at: Date,
): Promise<void> {
  await client.run(
    `update inspections.sample set state = $4, laboratory = $5, report_no = $6, changed_at = $7
     where group_key = $1 and inspection_id = $2 and sample_no = $3`,
    [groupKey, inspectionId, sample.sampleNo, sample.state, sample.laboratory, sample.reportNo, at],
  );
}
