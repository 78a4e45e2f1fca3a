import { type Client, type Queryable, statement } from '#postgres';

/** What is done about an inspection. */
export type StepKind =
  | 'opened'
  | 'joined'
  | 'recognised'
  | 'lapsed'
  | 'booked'
  | 'given-up'
  | 'no-show'
  | 'begun'
  | 'result'
  | 'photo'
  | 'sample'
  | 'signed'
  | 'correction'
  | 'corrected';

export interface Step {
  readonly stepNo: string;
  readonly at: Date;
  readonly kind: StepKind;
  /** Account, or what else did it. */
  readonly by: string;
  readonly entryId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface NewStep {
  readonly groupKey: string;
  readonly inspectionId: string;
  readonly at: Date;
  readonly kind: StepKind;
  readonly by: string;
  readonly entryId?: string | undefined;
  readonly body: object;
}

const addThese = statement(`
insert into inspections.step (group_key, inspection_id, at, kind, by_whom, entry_id, body)
select n."groupKey", n."inspectionId", n.at, n.kind, n.by, n."entryId", n.body
from json_to_recordset($1) as n("groupKey" text, "inspectionId" uuid, at timestamptz, kind text, by text, "entryId" uuid,
  body jsonb)
on conflict on constraint entered_once do nothing`);

/** Puts on record what was done. @returns how many are new: an entry that comes twice is written once */
export const addSteps = (client: Client, steps: readonly NewStep[]): Promise<number> =>
  client.run(addThese, [JSON.stringify(steps)]);

/** What was done about an inspection, the first first. */
export const stepsOf = (
  client: Queryable,
  { groupKey, inspectionId }: { readonly groupKey: string; readonly inspectionId: string },
): Promise<Step[]> =>
  client.query<Step>(
    `select step_no as "stepNo", at, kind, by_whom as by, entry_id::text as "entryId", body from inspections.step
     where group_key = $1 and inspection_id = $2 order by step_no`,
    [groupKey, inspectionId],
  );
