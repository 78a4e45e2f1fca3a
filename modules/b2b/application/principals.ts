import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import {
  addContract,
  addExport,
  contractsPage,
  exportOf,
  lockContract,
  type PrincipalContract,
  type PrincipalExport,
  type PrincipalState,
  type PrincipalSum,
  principalSums,
  settleContract,
} from '../storage/principals.ts';
import type { B2bPorts, Doer } from './ports.ts';

export type { PrincipalContract, PrincipalExport, PrincipalSum };

const noContract = (contractNo: string): Problem =>
  new Problem(404, 'PRINCIPAL-CONTRACT-NOT-FOUND', {
    zh: `没有代理合同 ${contractNo}`,
    en: `There is no agency contract ${contractNo}`,
  });

const contractState = (): Problem =>
  new Problem(409, 'PRINCIPAL-CONTRACT-STATE', {
    zh: '代理合同当前状态不能这样办理，或应由另一方办理',
    en: 'As the contract stands this cannot be done, or it is for the other side to do',
  });

/** A contract as the agent enters it; a principal registered here is named by its customs code. */
export type ContractWish = Pick<PrincipalContract, 'contractNo' | 'goods' | 'validFrom' | 'validTo'> &
  ({ readonly principal: string } | { readonly principalUscc: string; readonly principalName: string });

/**
 * Enters a contract of an agent with its principal. A principal registered here confirms it; for one elsewhere the
 * agent answers alone, and it is in force at once.
 * @throws Problem 409 where the number is taken, 422 where the principal is not registered or is the agent itself
 */
export async function enterContract(
  ports: B2bPorts,
  by: Doer,
  wish: ContractWish,
): Promise<PrincipalContract> {
  const { contractNo, goods, validFrom, validTo } = wish;
  const whose = await principalOf(ports, by, wish);
  const contract: PrincipalContract = {
    ...{ agent: by.customsCode, contractNo, goods, validFrom, validTo, ...whose },
    state: whose.principal === null ? 'in-force' : 'proposed',
  };
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    if (!(await addContract(client, contract, { by: by.id, at })))
      throw new Problem(409, 'PRINCIPAL-CONTRACT-TAKEN', {
        zh: `代理合同号 ${contractNo} 已被使用`,
        en: `There is an agency contract ${contractNo} already`,
      });
    await tell(client, contract, at);
  });
  return contract;
}

async function principalOf(
  ports: B2bPorts,
  by: Doer,
  wish: ContractWish,
): Promise<Pick<PrincipalContract, 'principal' | 'principalUscc' | 'principalName'>> {
  if (!('principal' in wish)) {
    const { principalUscc, principalName } = wish;
    return { principal: null, principalUscc, principalName };
  }
  const found = wish.principal === by.customsCode ? undefined : await ports.enterprise(wish.principal);
  if (!found)
    throw new Problem(422, 'PRINCIPAL-UNKNOWN', {
      zh: `委托方 ${wish.principal} 未备案、已停用，或就是代理方本身`,
      en: `The principal ${wish.principal} is not registered, not active, or the agent itself`,
    });
  return { principal: wish.principal, principalUscc: found.uscc, principalName: found.name };
}

async function tell(client: Client, contract: PrincipalContract, at: Date): Promise<void> {
  const { agent, contractNo, principal, state } = contract;
  await record(client, [
    {
      ...{ at, kind: `principal-contract-${state}`, subject: `${agent}/${contractNo}` },
      body: { recipient: state === 'proposed' ? (principal ?? agent) : agent, agent, contractNo, principal },
    },
  ]);
}

export type ContractAct = 'confirm' | 'decline' | 'end';

/** Confirms or declines a contract as its principal, or ends one as either side. @throws Problem 404, 409 */
export async function settle(
  ports: B2bPorts,
  by: Doer,
  { agent, contractNo }: Pick<PrincipalContract, 'agent' | 'contractNo'>,
  act: ContractAct,
): Promise<PrincipalContract> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const contract = await lockContract(client, agent, contractNo);
    const sides = contract ? [contract.agent, contract.principal] : [];
    if (!contract || !sides.includes(by.customsCode)) throw noContract(contractNo);
    const state = after(contract, by.customsCode, act);
    if (state === undefined) throw contractState();
    await settleContract(client, contract, state, { by: by.id, at });
    const settled = { ...contract, state };
    await tell(client, settled, at);
    return settled;
  });
}

function after(contract: PrincipalContract, party: string, act: ContractAct): PrincipalState | undefined {
  if (act === 'end') return contract.state === 'in-force' ? 'ended' : undefined;
  if (contract.state !== 'proposed' || party !== contract.principal) return undefined;
  return act === 'confirm' ? 'in-force' : 'declined';
}

/** An export whose principal is told. */
export type ExportTelling = Pick<PrincipalExport, 'exportNo' | 'contractNo' | 'amount' | 'exportedOn'>;

/**
 * Puts on record whose an export of the agent really was. Told once; told again alike it is a repeat.
 * @throws Problem 404, 409 where the contract is not in force that day, or another principal or amount was told
 */
export async function tellPrincipal(
  ports: B2bPorts,
  by: Doer,
  telling: ExportTelling,
): Promise<PrincipalExport> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const contract = await lockContract(client, by.customsCode, telling.contractNo);
    if (!contract) throw noContract(telling.contractNo);
    const { principalUscc, principalName } = contract;
    const told: PrincipalExport = { agent: by.customsCode, ...telling, principalUscc, principalName };
    const before = await exportOf(client, by.customsCode, telling.exportNo);
    if (before && !alike(before, told))
      throw new Problem(409, 'PRINCIPAL-TOLD', {
        zh: `出口单 ${telling.exportNo} 的委托方已另有记录`,
        en: `Another principal or amount is on record for export ${telling.exportNo}`,
      });
    if (before) return before;
    const { validFrom, validTo, state } = contract;
    const holds = validFrom <= told.exportedOn && told.exportedOn <= validTo;
    if (!holds || (state !== 'in-force' && state !== 'ended')) throw contractState();
    await addExport(client, told, { by: by.id, at });
    return told;
  });
}

const alike = (one: PrincipalExport, other: PrincipalExport): boolean =>
  one.contractNo === other.contractNo &&
  Number(one.amount) === Number(other.amount) &&
  one.exportedOn === other.exportedOn;

/** The quarter's report of exports by principal. @param quarter `2026Q1` */
export async function principalReport(
  ports: B2bPorts,
  agent: string | undefined,
  quarter: string,
): Promise<{ readonly from: string; readonly to: string; readonly sums: readonly PrincipalSum[] }> {
  const [year = '', number = '1'] = quarter.split('Q');
  const month = Number(number) * 3;
  const from = `${year}-${String(month - 2).padStart(2, '0')}-01`;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const to = `${year}-${String(month).padStart(2, '0')}-${last}`;
  return { from, to, sums: await principalSums(ports.database.readers, { agent, from, to }) };
}

export const contractsAfter = (ports: B2bPorts, wish: Parameters<typeof contractsPage>[1]) =>
  contractsPage(ports.database.readers, wish);
