import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const instrumentId = 'ffffffff-0000-4000-8000-000000000021';
const certificateNo = '8620202601000000001';
const orderNo = 'TAXED1';

/** A settled guarantee, a bill and a paid certificate of the owner's, beside the account it has. */
export async function keepTax(database: Database, now: Date): Promise<void> {
  await database.query(
    `insert into guarantees.instrument (guarantor, instrument_id, kind, paper_no, issuer, amount, valid_from, state,
       proposed_by, proposed_at, settled_by, settled_at)
     values ($1, $2, 'letter', 'BH1', '银行', 1, '2026-01-01', 'rejected', 'test', $3, 'other', $3)`,
    [owner, instrumentId, now],
  );
  await database.query(
    `insert into taxbills.bill (order_no, ebp_code, attempt, guarantor, agent, customs_code, tax, released_at, released_on,
       due_from, due_to, state, certificate_no)
     values ($1, $2, 1, $2, $2, '8620', 1, $3, '2026-01-01', '2026-02-01', '2026-02-15', 'paid', $4)`,
    [orderNo, owner, now, certificateNo],
  );
  await database.query(
    `insert into taxbills.certificate (certificate_no, guarantor, customs_code, released_on, due_from, due_to, bills, total,
       state, made_at, way, paid_on, payment_reference, settled_by, settled_at)
     values ($1, $2, '8620', '2026-01-01', '2026-02-01', '2026-02-15', 1, 1, 'paid', $3, 'paid', '2026-02-01', 'GK1', 'test', $3)`,
    [certificateNo, owner, now],
  );
}

/** Examples of guarantees and tax bills: of their owner, and of others who find no such thing. */
export function moneyExamples(): Readonly<Record<string, Example>> {
  const account = `/api/guarantees/accounts/${owner}`;
  const found = { good: 200, foreign: 404 };
  const statement = `${account}/statement`;
  const given = {
    ...{ kind: 'letter', paperNo: 'BH2', issuer: '银行', amount: '1', validFrom: '2026-01-01' },
    guarantor: '0000000000',
  };
  const certificate = `/api/tax-bills/certificates/${certificateNo}`;
  const payment = { way: 'paid', paidOn: '2026-02-02', amount: '1', reference: 'GK2' };
  return {
    'GET /api/guarantees/accounts/:guarantor': { url: account, ...found },
    'GET /api/guarantees/accounts/:guarantor/movements': { url: `${account}/movements`, ...found },
    'GET /api/guarantees/accounts/:guarantor/days': { url: `${account}/days`, ...found },
    'GET /api/guarantees/accounts/:guarantor/statement': { url: `${statement}?month=2026-01`, ...found },
    'GET /api/guarantees/accounts/:guarantor/statement.csv': {
      url: `${statement}.csv?month=2026-01`,
      ...found,
    },
    'POST /api/guarantees/accounts/:guarantor/warning': {
      ...{ url: `${account}/warning`, ...json({ warnBelow: '1' }), ...found },
    },
    // Let in, and told that it is nobody's, or not its own.
    'POST /api/guarantees/given': { ...json(given), good: 422 },
    // Let in, and told that it is settled.
    'POST /api/guarantees/given/:instrumentId/verdict': {
      ...{ url: `/api/guarantees/given/${instrumentId}/verdict`, ...json({ verdict: 'reject' }), good: 409 },
    },
    'GET /api/tax-bills/lists/:ebpCode/:orderNo': {
      url: `/api/tax-bills/lists/${owner}/${orderNo}`,
      ...found,
    },
    'GET /api/tax-bills/certificates/:certificateNo': { url: certificate, ...found },
    // Let in, and told that it is paid.
    'POST /api/tax-bills/certificates/:certificateNo/payment': {
      ...{ url: `${certificate}/payment`, ...json(payment), good: 409 },
    },
  };
}
