import { formatDecimal, parseDecimal } from '#kernel';
import type { Client, Queryable } from '#postgres';
import type { Amount } from '../domain/on-display.ts';

/** A return or a sale of goods on display. */
export interface Paper {
  readonly displayNo: string;
  /** Of the checklist by which goods come back, or of the sale. */
  readonly paperNo: string;
  readonly kind: 'return' | 'sale';
  readonly state: 'made' | 'done' | 'cancelled';
  readonly handOver: 'pick-up' | 'courier' | null;
  readonly lists: number;
  readonly madeBy: string;
  readonly madeAt: Date;
}

const COLUMNS = `display_no as "displayNo", paper_no as "paperNo", kind, state, hand_over as "handOver", lists,
  made_by as "madeBy", made_at as "madeAt"`;

export async function addPaper(client: Client, paper: Paper, goods: readonly Amount[]): Promise<void> {
  await client.run(
    `insert into display.paper (display_no, paper_no, kind, state, hand_over, lists, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[paper.displayNo, paper.paperNo, paper.kind, paper.state, paper.handOver, paper.lists],
      ...[paper.madeBy, paper.madeAt],
    ],
  );
  await client.run(
    `insert into display.paper_goods (display_no, paper_no, item_no, quantity)
     select $1, $2, * from unnest($3::int[], $4::numeric[])`,
    [
      ...[paper.displayNo, paper.paperNo, goods.map(({ itemNo }) => itemNo)],
      goods.map(({ quantity }) => formatDecimal(quantity)),
    ],
  );
}

/** Returns under way that come by these checklists. */
export async function returnsBy(client: Queryable, checklistNos: readonly string[]): Promise<Paper[]> {
  return client.query<Paper>(
    `select ${COLUMNS} from display.paper where paper_no = any($1) and state = 'made' order by paper_no`,
    [checklistNos],
  );
}

/** What is on papers, by number of the paper. */
export async function paperGoods(
  client: Queryable,
  papers: readonly Pick<Paper, 'displayNo' | 'paperNo'>[],
): Promise<Map<string, Amount[]>> {
  const rows = await client.query<{ paperNo: string; itemNo: number; quantity: string }>(
    `select p.paper_no as "paperNo", item_no as "itemNo", quantity::text as quantity
     from unnest($1::text[], $2::text[]) as k(display_no, paper_no) join display.paper_goods p using (display_no, paper_no)
     order by paper_no, item_no`,
    [papers.map(({ displayNo }) => displayNo), papers.map(({ paperNo }) => paperNo)],
  );
  return new Map(
    [...Map.groupBy(rows, ({ paperNo }) => paperNo)].map(([paperNo, some]) => [
      paperNo,
      some.map(({ itemNo, quantity }) => ({ itemNo, quantity: parseDecimal(quantity) })),
    ]),
  );
}

export async function settlePaper(
  client: Client,
  { displayNo, paperNo }: Pick<Paper, 'displayNo' | 'paperNo'>,
  state: 'done' | 'cancelled',
): Promise<void> {
  await client.run('update display.paper set state = $3 where display_no = $1 and paper_no = $2', [
    ...[displayNo, paperNo, state],
  ]);
}

/** Papers of a consignment, the latest first. */
export async function papersOf(client: Queryable, displayNo: string, limit: number): Promise<Paper[]> {
  return client.query<Paper>(
    `select ${COLUMNS} from display.paper where display_no = $1 order by made_at desc, paper_no desc limit $2`,
    [displayNo, limit],
  );
}
