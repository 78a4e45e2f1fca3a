import { randomUUID } from 'node:crypto';
import type { EnterpriseCaller } from '#access';
import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import { acts, type DelegationAct, objection } from '../domain/acts.ts';
import { checkWish, type DelegationWish } from '../domain/wish.ts';
import {
  addDelegation,
  addStep,
  type Delegation,
  findDelegation,
  moveDelegation,
} from '../storage/delegations.ts';
import type { DelegationBook } from './book.ts';
import type { DelegationPorts } from './ports.ts';

export interface DelegatingPorts extends DelegationPorts {
  readonly book: DelegationBook;
}

/** Proposes to another enterprise that it act for the caller's; it holds once that one has accepted it. */
export async function propose(
  ports: DelegatingPorts,
  caller: EnterpriseCaller,
  wish: DelegationWish,
): Promise<Delegation> {
  const { customsCode } = caller;
  const parties = await ports.enterprises(new Set([customsCode, wish.agent]));
  const own = parties.get(customsCode);
  if (!own?.active)
    throw new Problem(403, 'ENTERPRISE-NOT-ACTIVE', {
      zh: `企业 ${customsCode} 未备案或已停用`,
      en: `Enterprise ${customsCode} is not registered or not active`,
    });
  const findings = checkWish(wish, own, parties.get(wish.agent), ports.today());
  if (findings.length > 0)
    throw new Problem(
      422,
      'DELEGATION-REFUSED',
      { zh: '不能这样委托，见 findings', en: 'This cannot be delegated so: see findings' },
      findings,
    );
  const at = ports.now();
  const made: Delegation = {
    ...{ principal: customsCode, delegationId: randomUUID(), ...wish, kinds: [...new Set(wish.kinds)] },
    ...{ state: 'proposed', proposedAt: at, changedAt: at },
  };
  await ports.database.transaction(async (client) => {
    await addDelegation(client, made);
    await putOnRecord(client, made, { act: 'propose', at, caller, reason: '' });
  });
  ports.book.forget(made.agent);
  return made;
}

/**
 * Accepts, declines, withdraws or ends a delegation of the caller's.
 * @throws Problem 404 for one the caller is no party of, 409 where it is not the time or the side for it
 */
export async function actOn(
  ports: DelegatingPorts,
  caller: EnterpriseCaller,
  delegationId: string,
  act: DelegationAct,
  reason: string,
): Promise<Delegation> {
  const at = ports.now();
  const done = await ports.database.transaction(async (client) => {
    const before = await findDelegation(client, delegationId, caller.customsCode);
    if (!before) throw notFound(delegationId);
    const side = before.principal === caller.customsCode ? 'principal' : 'agent';
    const wrong = objection(act, side, before, ports.today());
    if (wrong) throw new Problem(409, wrong.code, wrong.text);
    const { from, to } = acts[act];
    const after = { ...before, state: to, changedAt: at };
    if (!(await moveDelegation(client, before, from, to, at)))
      throw new Problem(409, 'DELEGATION-STATE', {
        zh: '委托刚刚被另一方改变，请重新查看',
        en: 'The other side has just changed it; look again',
      });
    await putOnRecord(client, after, { act, at, caller, reason });
    return after;
  });
  ports.book.forget(done.agent);
  return done;
}

export const notFound = (delegationId: string): Problem =>
  new Problem(404, 'DELEGATION-NOT-FOUND', {
    zh: `没有委托 ${delegationId}`,
    en: `There is no delegation ${delegationId}`,
  });

const journalKinds = {
  propose: 'delegation-proposed',
  accept: 'delegation-accepted',
  decline: 'delegation-declined',
  withdraw: 'delegation-withdrawn',
  end: 'delegation-ended',
} as const;

interface Deed {
  readonly act: keyof typeof journalKinds;
  readonly at: Date;
  readonly caller: EnterpriseCaller;
  readonly reason: string;
}

/** Writes down who did what and why, and tells the journal, from which both sides' webhooks learn it. */
async function putOnRecord(client: Client, delegation: Delegation, deed: Deed): Promise<void> {
  const { act, at, caller, reason } = deed;
  const { principal, delegationId, agent, kinds, fromDay, toDay, paperNo } = delegation;
  await addStep(client, delegation, {
    ...{ at, act, reason, enterprise: caller.customsCode, by: caller.id },
  });
  const told = { delegationId, principal, agent, kinds, fromDay, toDay, paperNo, by: caller.id };
  await record(client, [
    { at, kind: journalKinds[act], subject: delegationId, body: { ...told, ...(reason ? { reason } : {}) } },
  ]);
}
