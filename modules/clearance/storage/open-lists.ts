import type { Queryable } from '#postgres';

/** Lists of a sender that are not at their end: how many, and since when the oldest waits for its papers. */
export interface OpenLists {
  readonly held: number;
  readonly refused: number;
  readonly waiting: number;
  readonly waitingSince: Date | undefined;
}

/** As they are counted at each decision; what waits is few and looked at. */
export async function openListsOf(client: Queryable, sender: string): Promise<OpenLists> {
  const [row] = await client.query<{
    held: string;
    refused: string;
    waiting: string;
    since: Date | null;
  }>(
    `select c.held, c.refused, w.waiting, w.since from
       (select coalesce(sum(lists) filter (where outcome = 'held'), 0) as held,
          coalesce(sum(lists) filter (where outcome = 'refused'), 0) as refused
        from clearance.standing_count where recipient = $1) c,
       (select count(*) as waiting, min(accepted_at) as since
        from clearance.waiting where recipient = $1) w`,
    [sender],
  );
  return {
    held: Number(row?.held ?? 0),
    refused: Number(row?.refused ?? 0),
    waiting: Number(row?.waiting ?? 0),
    waitingSince: row?.since ?? undefined,
  };
}
