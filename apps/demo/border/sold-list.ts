import { chinaStamp } from '#kernel';
import { readFen } from '../amounts.ts';
import { type Dossier, makeDossier } from '../dossiers.ts';
import { declarationBytes, stepBytes } from '../messages.ts';
import type { Mode } from '../purchase.ts';
import { createRandom, type Random } from '../random.ts';
import { indented } from '../scenarios/layout.ts';
import type { DemoEnterprise } from '../zone.ts';
import type { Actor, BorderStage } from './story.ts';

/** Order to list in life, milliseconds: the papers are this old when they are sent. */
const paperworkMs = 46 * 60_000;
/** Buyers of these stories are kept apart from those of the demo day and of the scenarios. */
const firstBuyer = 16_000_000;

/** A purchase whose list has been released, and who declared it. */
export interface SoldList {
  readonly dossier: Dossier;
  readonly invtNo: string;
  readonly broker: DemoEnterprise;
  readonly declarant: Actor;
  readonly random: Random;
}

interface ListAnswer {
  readonly list: { readonly state: string; readonly invtNo?: string };
}

/** What is bought in a story: which goods, how many, at what price. */
export interface Bought {
  readonly tail: string;
  readonly buyer: number;
  readonly mode: Mode;
  readonly itemNo: string;
  readonly quantity: number;
  readonly price: string;
}

/** Has somebody buy something, with all its papers, until the list is released. */
export async function sellList(stage: BorderStage, bought: Bought): Promise<SoldList> {
  const { zone } = stage;
  const goods = zone.goods.find(({ itemNo }) => itemNo === bought.itemNo);
  const [broker] = zone.brokers;
  if (!goods || !broker) throw new RangeError(`the zone sells no ${bought.itemNo}`);
  const number = stage.number(bought.tail);
  const random = createRandom(`border/${number}`);
  const dossier = makeDossier(random, zone, {
    ...{ number, mode: bought.mode, buyerIndex: firstBuyer + bought.buyer, freightFen: 0, discountFen: 0 },
    orderedAt: stage.now().getTime() - paperworkMs,
    parties: { broker },
    lines: [{ goods, quantity: bought.quantity, priceFen: readFen(bought.price) }],
  });
  for (const step of dossier.steps)
    await stage.firm(step.sender.customsCode).send(step.paper, stepBytes(step, random, indented));
  const declarant = stage.firm(broker.customsCode);
  const { ebpCode, orderNo } = dossier.declaration.head;
  const { list } = await stage.until(
    (quiet) => quiet.as(declarant).get<ListAnswer>(`/api/lists/${ebpCode}/${orderNo}`),
    (answer) => answer.list.state === 'released',
  );
  return { dossier, invtNo: list.invtNo ?? '', broker, declarant, random };
}

/** Sends a cancellation or a return of so many pieces of a list. @param number of the enterprise for it */
export async function askBack(
  stage: BorderStage,
  { dossier, invtNo, broker, declarant, random }: SoldList,
  asked: { readonly number: string; readonly reason: string; readonly quantity?: string },
): Promise<void> {
  const { head: list, items } = dossier.declaration;
  const { customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode } = list;
  const { logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName } = list;
  const head = {
    ...{ guid: random.guid(), appType: '1', appTime: chinaStamp(stage.now().getTime()), appStatus: '2' },
    ...{ customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode },
    ...{ logisticsName, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName },
    ...{ copNo: asked.number, invtNo, reason: asked.reason },
  };
  const { quantity } = asked;
  const back = items
    .slice(0, 1)
    .map(({ gnum, gcode, gname, unit }) => ({ gnum, gcode, gname, qty: quantity, unit }));
  const [name, root] =
    quantity === undefined
      ? (['cancellation', 'CEB623Message'] as const)
      : (['return', 'CEB625Message'] as const);
  const document = { head, items: quantity === undefined ? [] : back };
  await declarant.send(name, declarationBytes(root, document, broker, random));
}
