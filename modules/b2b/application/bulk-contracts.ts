import { Problem } from '#http';
import { record } from '#journal';
import { add, formatDecimal, parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import { parameterOn } from '#tax';
import {
  addBulkContract,
  addDelivery,
  type BulkContract,
  type BulkDelivery,
  bulkContractOf,
  bulkContractsPage,
  closeBulkContract,
  deliveriesOf,
  lockBulkContract,
} from '../storage/bulk-contracts.ts';
import { checkCodes } from './codes.ts';
import type { B2bPorts, Doer } from './ports.ts';

export type { BulkContract, BulkDelivery };

export type BulkWish = Omit<BulkContract, 'seller' | 'state' | 'delivered' | 'most' | 'least'>;

export const noContract = (contractNo: string): Problem =>
  new Problem(404, 'CONTRACT-NOT-FOUND', {
    zh: `没有大宗合同 ${contractNo}`,
    en: `There is no contract of bulk goods ${contractNo}`,
  });

/** Enters a contract of bulk goods. @throws Problem 409 where the number is taken, 422 for codes and tolerances that do not fit */
export async function enterBulkContract(ports: B2bPorts, by: Doer, wish: BulkWish): Promise<BulkContract> {
  checkCodes(ports, [
    { list: 'country', code: wish.country, path: 'country' },
    { list: 'unit', code: wish.unit, path: 'unit' },
    { list: 'currency', code: wish.currency, path: 'currency' },
  ]);
  const most = parameterOn(ports.parameters, 'export.bulk_tolerance_most_percent', ports.today());
  if (most && parseDecimal(wish.tolerancePercent) > parseDecimal(most.value))
    throw new Problem(422, 'CONTRACT-TOLERANCE', {
      zh: `溢短装比例不得超过 ${most.value}%`,
      en: `The tolerance may be ${most.value} % at most`,
    });
  const at = ports.now();
  const seller = by.customsCode;
  return ports.database.transaction(async (client) => {
    if (!(await addBulkContract(client, { ...wish, seller }, { by: by.id, at })))
      throw new Problem(409, 'CONTRACT-NUMBER-TAKEN', {
        zh: `合同号 ${wish.contractNo} 已被使用`,
        en: `There is a contract ${wish.contractNo} already`,
      });
    return existing(await bulkContractOf(client, seller, wish.contractNo), wish.contractNo);
  });
}

function existing(contract: BulkContract | undefined, contractNo: string): BulkContract {
  if (!contract) throw noContract(contractNo);
  return contract;
}

export type DeliveryTelling = Pick<BulkDelivery, 'exportNo' | 'quantity' | 'deliveredOn'>;

/**
 * Writes a delivery on an open contract, up to what it allows with its tolerance; told again alike it is a repeat.
 * @throws Problem 404, 409 where it is closed, too late or early, or more than is allowed
 */
export async function deliver(
  ports: B2bPorts,
  by: Doer,
  contractNo: string,
  telling: DeliveryTelling,
): Promise<BulkContract> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const contract = existing(await lockBulkContract(client, by.customsCode, contractNo), contractNo);
    if (await toldBefore(client, contract, telling)) return contract;
    if (contract.state !== 'open')
      throw new Problem(409, 'CONTRACT-CLOSED', { zh: '合同已结束', en: 'The contract is closed' });
    const { deliverFrom, deliverTo, most } = contract;
    if (telling.deliveredOn < deliverFrom || telling.deliveredOn > deliverTo)
      throw new Problem(409, 'CONTRACT-DAYS', {
        zh: `交货日应在 ${deliverFrom} 至 ${deliverTo} 之间`,
        en: `Deliveries are from ${deliverFrom} to ${deliverTo}`,
      });
    const total = add(parseDecimal(contract.delivered), parseDecimal(telling.quantity));
    if (total > parseDecimal(most))
      throw new Problem(409, 'CONTRACT-TOO-MUCH', {
        zh: `累计交货 ${formatDecimal(total)}，超过合同数量及溢短装上限 ${most}`,
        en: `${formatDecimal(total)} would be delivered; with its tolerance the contract allows ${most}`,
      });
    const delivery = { ...telling, total: formatDecimal(total) };
    await addDelivery(client, contract, delivery, { by: by.id, at });
    return { ...contract, delivered: delivery.total };
  });
}

async function toldBefore(
  client: Client,
  contract: BulkContract,
  telling: DeliveryTelling,
): Promise<boolean> {
  const deliveries = await deliveriesOf(client, contract.seller, contract.contractNo);
  const before = deliveries.find(({ exportNo }) => exportNo === telling.exportNo);
  if (!before) return false;
  const same =
    parseDecimal(before.quantity) === parseDecimal(telling.quantity) &&
    before.deliveredOn === telling.deliveredOn;
  if (same) return true;
  throw new Problem(409, 'CONTRACT-DELIVERY-TOLD', {
    zh: `出口单 ${telling.exportNo} 已以另一数量或日期登记`,
    en: `Export ${telling.exportNo} is on record with another quantity or day`,
  });
}

/** Closes a contract: fulfilled where enough was delivered, else ended short. @throws Problem 404, 409 */
export async function closeContract(ports: B2bPorts, by: Doer, contractNo: string): Promise<BulkContract> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const contract = existing(await lockBulkContract(client, by.customsCode, contractNo), contractNo);
    if (contract.state !== 'open')
      throw new Problem(409, 'CONTRACT-CLOSED', { zh: '合同已结束', en: 'The contract is closed' });
    const enough = parseDecimal(contract.delivered) >= parseDecimal(contract.least);
    const state = enough ? 'fulfilled' : 'ended-short';
    await closeBulkContract(client, contract, state, at);
    await record(client, [
      {
        ...{ at, kind: 'bulk-contract-closed', subject: `${by.customsCode}/${contractNo}` },
        body: { recipient: by.customsCode, contractNo, state, delivered: contract.delivered },
      },
    ]);
    return { ...contract, state };
  });
}

/** A contract with its deliveries. @throws Problem 404 */
export async function bulkContractFor(
  ports: B2bPorts,
  seller: string,
  contractNo: string,
): Promise<{ readonly contract: BulkContract; readonly deliveries: readonly BulkDelivery[] }> {
  const { readers } = ports.database;
  const contract = existing(await bulkContractOf(readers, seller, contractNo), contractNo);
  return { contract, deliveries: await deliveriesOf(readers, seller, contractNo) };
}

export const bulkContractsAfter = (ports: B2bPorts, wish: Parameters<typeof bulkContractsPage>[1]) =>
  bulkContractsPage(ports.database.readers, wish);
