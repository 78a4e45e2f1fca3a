import type { FollowedPapers, PaperFollower } from '#gate';
import { record } from '#journal';
import { addDays, type Day } from '#kernel';
import type { Client } from '#postgres';
import { endConsignment, goneOut, lockConsignments, stepGoods } from '../storage/consignments.ts';
import { type Paper, paperGoods, returnsBy, settlePaper } from '../storage/papers.ts';
import { endCover } from './cover.ts';
import type { DisplayRules } from './ports.ts';
import { closeWhenGone, linesOn } from './taking.ts';

/** Follows the checklists of goods on display through the gate, in its transaction: out from that day on, or back. */
export function displayFollower(rules: (day: Day) => Pick<DisplayRules, 'mostDays'>): PaperFollower {
  return {
    passed: (client, papers) => passed(client, papers, rules(papers.day).mostDays),
    cancelled,
  };
}

/** What these checklists carry: goods that go out, and goods that come back, locked. */
async function carriedBy(client: Client, checklistNos: readonly string[]) {
  const returns = await returnsBy(client, checklistNos);
  const locked = await lockConsignments(client, {
    ...{ displayNos: returns.map(({ displayNo }) => displayNo), checklistNos },
  });
  const byNo = new Map(locked.map((one) => [one.displayNo, one]));
  return {
    outgoing: locked.filter(({ checklistNo }) => checklistNos.includes(checklistNo)),
    returns: returns.flatMap((paper) => {
      const one = byNo.get(paper.displayNo);
      return one ? [{ paper, one }] : [];
    }),
    goods: await paperGoods(client, returns),
  };
}

const told = (kind: string, displayNo: string, at: Date, body: object) => ({
  ...{ at, kind, subject: displayNo, body: { displayNo, ...body } },
});

async function passed(
  client: Client,
  { checklistNos, day, at, by }: FollowedPapers,
  mostDays: number,
): Promise<void> {
  const { outgoing, returns, goods } = await carriedBy(client, checklistNos);
  const dueOn = addDays(day, mostDays);
  for (const { displayNo } of outgoing) await goneOut(client, displayNo, { outOn: day, dueOn });
  for (const { paper, one } of returns) {
    const came = goods.get(paper.paperNo) ?? [];
    const lines = await linesOn(client, one.displayNo);
    await stepGoods(client, one.displayNo, 'back', came);
    const gone = { lines, gone: came, cause: 'display-freed', reference: paper.paperNo } as const;
    await endCover(client, one, gone, { day, at, by });
    await settlePaper(client, paper, 'done');
    await closeWhenGone(client, one, at);
  }
  await record(client, [
    ...outgoing.map(({ displayNo, owner }) => told('display-out', displayNo, at, { owner, dueOn })),
    ...returns.map(({ paper, one }) => told('display-back', one.displayNo, at, backBody(paper, one.owner))),
  ]);
}

const backBody = ({ paperNo }: Paper, owner: string) => ({ owner, checklistNo: paperNo });

async function cancelled(client: Client, { checklistNos, day, at, by }: FollowedPapers): Promise<void> {
  const { outgoing, returns, goods } = await carriedBy(client, checklistNos);
  for (const one of outgoing) {
    const lines = await linesOn(client, one.displayNo);
    const gone = { lines, gone: lines, cause: 'display-freed', reference: 'cancelled' } as const;
    await endCover(client, one, gone, { day, at, by });
    await endConsignment(client, one.displayNo, 'cancelled', at);
  }
  for (const { paper, one } of returns) {
    await stepGoods(client, one.displayNo, 'staying', goods.get(paper.paperNo) ?? []);
    await settlePaper(client, paper, 'cancelled');
  }
  await record(
    client,
    outgoing.map(({ displayNo, owner }) => told('display-cancelled', displayNo, at, { owner })),
  );
}
