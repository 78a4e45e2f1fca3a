import type { Client, Queryable } from '#postgres';

export type SealState = 'on' | 'broken' | 'intact' | 'missing' | 'removed';

export interface Seal {
  readonly sealNo: string;
  readonly putOnAt: Date;
  readonly state: SealState;
  readonly stateAt: Date;
  readonly note: string;
  readonly replacedBy: string | null;
}

export async function sealsOf(client: Queryable, transitNo: string): Promise<Seal[]> {
  return client.query<Seal>(
    `select seal_no as "sealNo", put_on_at as "putOnAt", state, state_at as "stateAt", note, replaced_by as "replacedBy"
     from transit.seal where transit_no = $1 order by put_on_at, replaced_by is null, seal_no`,
    [transitNo],
  );
}

/** Those on the vehicle: put on, and not taken off, gone or replaced. */
export const sealsOnVehicle = async (client: Queryable, transitNo: string): Promise<Seal[]> =>
  (await sealsOf(client, transitNo)).filter(
    ({ state, replacedBy }) => replacedBy === null && (state === 'on' || state === 'broken'),
  );

/** Which of these numbers were ever on a vehicle. */
export async function usedSeals(client: Queryable, sealNos: readonly string[]): Promise<string[]> {
  const rows = await client.query<{ sealNo: string }>(
    'select distinct seal_no as "sealNo" from transit.seal where seal_no = any($1)',
    [sealNos],
  );
  return rows.map(({ sealNo }) => sealNo);
}

export async function putOnSeals(
  client: Client,
  transitNo: string,
  sealNos: readonly string[],
  by: string,
  at: Date,
): Promise<void> {
  await client.run(
    `insert into transit.seal (transit_no, seal_no, put_on_at, put_on_by, state, state_at)
     select $1, s, $3, $4, 'on', $3 from unnest($2::text[]) as s`,
    [transitNo, sealNos, at, by],
  );
}

/** How a seal is now. */
export interface SealMark {
  readonly sealNo: string;
  readonly state: SealState;
  readonly note?: string | undefined;
}

/** Says how seals are now. */
export async function markSeals(
  client: Client,
  transitNo: string,
  marks: readonly SealMark[],
  at: Date,
): Promise<void> {
  await client.run(
    `update transit.seal s set state = m.state, state_at = $5, note = case when m.note = '' then s.note else m.note end
     from unnest($2::text[], $3::text[], $4::text[]) as m(seal_no, state, note)
     where s.transit_no = $1 and s.seal_no = m.seal_no`,
    [
      ...[transitNo, marks.map(({ sealNo }) => sealNo), marks.map(({ state }) => state)],
      ...[marks.map(({ note = '' }) => note), at],
    ],
  );
}

/** Notes which seal has taken the place of another. */
export async function replaceSeal(
  client: Client,
  transitNo: string,
  sealNo: string,
  replacedBy: string,
): Promise<void> {
  await client.run('update transit.seal set replaced_by = $3 where transit_no = $1 and seal_no = $2', [
    transitNo,
    sealNo,
    replacedBy,
  ]);
}
