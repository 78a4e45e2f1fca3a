import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

/** What is evidence, record or ledger: the running platform may add to it and never change it. */
const APPEND_ONLY = [
  'access.event',
  'agencies.answer',
  'agencies.decision',
  'agencies.sending',
  'b2b.agency_export',
  'b2b.bulk_delivery',
  'b2b.stock_movement',
  'bonded.movement',
  'clearance.decision',
  'clearance.progress',
  'clearance.rulebook',
  'delegations.step',
  'desk.act',
  'desk.buyer_search',
  'display.paper_goods',
  'entry.hand_in',
  'exchange.message',
  'exchange.receipt',
  'exchange.superseded',
  'exports.decision',
  'exports.proposal',
  'exports.proposal_answer',
  'gate.passage',
  'guarantees.movement',
  'inspections.step',
  'journal.entry',
  'links.answer',
  'links.arrival',
  'payment_data.attempt',
  'payment_data.paid_order',
  'payment_data.payment',
  'persons.identity_try',
  'persons.retention_run',
  'persons.showing',
  'quotas.movement',
  'quotas.weight_movement',
  'refunds.file',
  'refunds.file_line',
  'refunds.matched',
  'refunds.returned',
  'refunds.taking',
  'registry.enterprise_version',
  'registry.expiry_warning',
  'registry.file_reading',
  'registry.filing_step',
  'registry.goods_step',
  'reliefs.relief',
  'return_centre.step',
  'returns.disposition',
  'returns.given_back',
  'returns.step',
  'sampling.batch',
  'sampling.drawn',
  'sandbox.dxp_message',
  'status.incident_word',
  'summaries.item',
  'summaries.line',
  'summaries.list',
  'taxbills.reduction',
  'transit.event',
  'transit.handover',
  'transit.leg',
];

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

describe('records, evidence and ledgers', () => {
  test('are the tables whose comments say that they are only added to', async () => {
    const rows = await rented.owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
       where c.relkind in ('r', 'p') and d.description like 'append-only:%' order by name`,
    );
    expect(rows.map(({ name }) => name)).toEqual(APPEND_ONLY);
  });

  const { application, owner } = inject('testCluster');
  test.skipIf(application.user === owner.user).each(APPEND_ONLY)(
    '%s can be neither changed nor emptied by the running platform',
    async (table) => {
      const refused = { message: expect.stringContaining('permission denied') };
      for (const attempt of [`delete from ${table} where false`, `truncate ${table}`])
        await expect(rented.database.run(attempt)).rejects.toMatchObject(refused);
      const rows = await rented.database.query<{ may: boolean }>(
        `select has_any_column_privilege('${table}', 'update') as may`,
      );
      expect(rows).toEqual([{ may: false }]);
    },
  );
});
