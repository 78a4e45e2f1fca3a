import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import { record } from '#journal';
import { parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import { lapsesNow } from '../domain/movement.ts';
import { openAccounts } from '../storage/accounts.ts';
import {
  addInstrument,
  type Instrument,
  type InstrumentKind,
  lapsingFree,
  lockInstrument,
  markLapsed,
  settleInstrument,
} from '../storage/instruments.ts';
import { lockAccounts, postMovements } from '../storage/ledger.ts';
import type { GuaranteePorts } from './ports.ts';

/** A guarantee as it is given. */
export interface GivenGuarantee {
  readonly guarantor: string;
  readonly kind: InstrumentKind;
  readonly paperNo: string;
  readonly issuer: string;
  readonly amount: string;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

/** Enters a guarantee; it counts once somebody else has confirmed it. @throws Problem 409, 422 */
export async function proposeGuarantee(
  ports: GuaranteePorts,
  given: GivenGuarantee,
  by: string,
): Promise<Instrument> {
  if (!(await ports.isActive(given.guarantor)))
    throw new Problem(422, 'GUARANTOR-UNKNOWN', {
      zh: `企业 ${given.guarantor} 未备案或已停用`,
      en: `Enterprise ${given.guarantor} is not registered or not active`,
    });
  const at = ports.now();
  const { validTo = null, ...rest } = given;
  const made: Instrument = {
    ...{ ...rest, validTo, instrumentId: randomUUID(), proposedBy: by, proposedAt: at },
    ...{ state: 'proposed', settledBy: null, settledAt: null, reason: '' },
  };
  await ports.database.transaction(async (client) => {
    if (!(await addInstrument(client, made)))
      throw new Problem(409, 'COVER-NUMBER-TAKEN', {
        zh: `该企业已有编号为 ${given.paperNo} 的担保`,
        en: `The enterprise has a guarantee of number ${given.paperNo} already`,
      });
    await record(client, [{ ...about(made), at, kind: 'guarantee-proposed' }]);
  });
  return made;
}

const about = ({ guarantor, instrumentId, paperNo, amount }: Instrument) => ({
  subject: instrumentId,
  body: { enterprise: guarantor, guarantor, paperNo, amount },
});

/** Confirms or rejects a guarantee; whoever entered it does not. @throws Problem 404, 409, 422 */
export async function settleGuarantee(
  ports: GuaranteePorts,
  by: string,
  instrumentId: string,
  verdict: { readonly state: 'in-force' | 'rejected'; readonly reason: string },
): Promise<Instrument> {
  const at = ports.now();
  const settled = await ports.database.transaction(async (client) => {
    const found = await lockInstrument(client, instrumentId);
    if (!found)
      throw new Problem(404, 'COVER-NOT-FOUND', { zh: '没有这份担保', en: 'There is no such guarantee' });
    if (found.state !== 'proposed')
      throw new Problem(409, 'COVER-SETTLED', { zh: '该担保已有结论', en: 'It is settled already' });
    if (found.proposedBy === by)
      throw new Problem(409, 'COVER-FOUR-EYES', {
        zh: '登记担保的人不能自行确认，请由另一人确认',
        en: 'Whoever entered a guarantee cannot confirm it: somebody else has to',
      });
    if (verdict.state === 'in-force') await putInForce(ports, client, found, by, at);
    await settleInstrument(client, found, { ...verdict, by, at });
    const kind = verdict.state === 'in-force' ? 'guarantee-confirmed' : 'guarantee-rejected';
    await record(client, [{ ...about(found), at, kind }]);
    return { ...found, ...verdict, settledBy: by, settledAt: at };
  });
  if (settled.state === 'in-force') ports.covered([settled.guarantor]);
  return settled;
}

async function putInForce(
  ports: GuaranteePorts,
  client: Client,
  { guarantor, amount, paperNo, validTo, validFrom, instrumentId }: Instrument,
  by: string,
  at: Date,
): Promise<void> {
  const day = ports.today();
  if (validFrom > day || (validTo !== null && validTo < day))
    throw new Problem(422, 'COVER-NOT-VALID', {
      zh: `担保 ${paperNo} 今日不在有效期内`,
      en: `Guarantee ${paperNo} is not valid today`,
    });
  await openAccounts(client, [guarantor], ports.warnBelow(), at);
  const wish = { guarantor, by, day, reference: instrumentId, amount: parseDecimal(amount) };
  const [posted] = await postMovements(client, [{ ...wish, cause: 'instrument' }], at);
  if (posted?.outcome !== 'posted')
    throw new Problem(422, 'COVER-TOO-LARGE', {
      zh: '担保总额超过账户可容纳的数额',
      en: 'The guarantees together are more than an account holds',
    });
}

/**
 * Takes guarantees out whose last day is over: what is free of them at once, the rest as soon as no open tax stands on
 * it; meanwhile it covers no further list.
 */
export async function lapseGuarantees(ports: GuaranteePorts): Promise<void> {
  const [day, at] = [ports.today(), ports.now()];
  await ports.database.transaction(async (client) => {
    const over = await markLapsed(client, day);
    if (over.length > 0)
      await record(
        client,
        over.map((guarantor) => ({
          ...{ at, kind: 'guarantee-lapsed', subject: guarantor },
          body: { enterprise: guarantor, guarantor },
        })),
      );
    const free = await lapsingFree(client);
    if (free.length === 0) return;
    const wishes = [...(await lockAccounts(client, free))].map(([guarantor, account]) => ({
      ...{ guarantor, amount: lapsesNow(account), cause: 'lapse' as const },
      ...{ day, by: 'engine', reference: at.toISOString() },
    }));
    await postMovements(client, wishes, at);
  });
}
