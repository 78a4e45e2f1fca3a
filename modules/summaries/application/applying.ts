import { Problem } from '#http';
import { record } from '#journal';
import { chinaDay } from '#kernel';
import type { Client } from '#postgres';
import { type Application, type NewApplication, nextMonth, numberOfDay } from '../domain/application.ts';
import { addApplication, numbersFrom } from '../storage/applications.ts';
import type { SummariesPorts } from './ports.ts';

/** What an enterprise wants summed up, as it asks here. */
export interface SummaryAsked {
  /** YYYY-MM; lists closed in it. */
  readonly month?: string | undefined;
  /** Numbers of lists, where only these are wanted. */
  readonly invtNos?: readonly string[] | undefined;
  readonly bySeller?: boolean | undefined;
  readonly byName?: boolean | undefined;
}

/** Enters an application under a number of customs. */
export async function enter(client: Client, application: NewApplication): Promise<Application> {
  const [number = 0n] = await numbersFrom(client, 'sum_no', 1);
  const sumNo = numberOfDay('S', chinaDay(application.at.getTime()), number);
  const entered = await addApplication(client, sumNo, application);
  const { ebcCode, origin, by } = entered;
  await record(client, [
    {
      at: application.at,
      kind: 'summary-applied',
      subject: sumNo,
      body: { enterprise: ebcCode, sumNo, origin, by },
    },
  ]);
  return entered;
}

/** The first moment of a day in China. */
const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** Asks for a summary of a month's closed lists, or of lists by number. @throws Problem 422 for what cannot be one */
export async function apply(
  ports: SummariesPorts,
  caller: { readonly customsCode: string; readonly id: string },
  { month, invtNos, bySeller = false, byName = false }: SummaryAsked,
): Promise<Application> {
  const first = month === undefined ? undefined : `${month}-01`;
  if (first !== undefined && first > ports.today())
    throw new Problem(422, 'SUMMARY-MONTH', {
      zh: `${month} 尚未开始，没有可汇总的清单`,
      en: `${month} has not begun: no list of it is closed`,
    });
  const name = await ports.nameOf(caller.customsCode);
  if (name === undefined)
    throw new Problem(422, 'SUMMARY-CONSIGNOR', {
      zh: `企业 ${caller.customsCode} 未备案或已停用`,
      en: `Enterprise ${caller.customsCode} is not registered or not active`,
    });
  const firm = { code: caller.customsCode, name };
  return ports.database.transaction((client) =>
    enter(client, {
      ...{ origin: 'platform', ebcCode: firm.code, ebcName: name, agent: firm, broker: firm },
      chosen: {
        invtNos,
        ...(first === undefined
          ? {}
          : { closedFrom: beginningOf(first), closedBefore: beginningOf(nextMonth(first)) }),
      },
      ...{
        wish: { bySeller, byName },
        mostLines: ports.parameters().mostLines,
        by: caller.id,
        at: ports.now(),
      },
    }),
  );
}
