import { Problem } from '#http';
import { record } from '#journal';
import type { Day } from '#kernel';
import type { CreditClass } from '../domain/rates.ts';
import { addCredit, type Credit, creditPage } from '../storage/credit.ts';
import type { SamplingPorts } from './ports.ts';

export type { Credit };

type Ports = Pick<SamplingPorts, 'database' | 'now'>;

/**
 * Files how customs rates an enterprise from a day on; the same day again is written over.
 * @throws Problem SAMPLING-CREDIT-CLASS where customs gives no such class on that day
 */
export async function fileCredit(
  { database, now, isGiven }: Ports & Pick<SamplingPorts, 'isGiven'>,
  officer: string,
  wish: {
    readonly customsCode: string;
    readonly from: Day;
    readonly class: CreditClass;
    readonly note: string;
  },
): Promise<Credit> {
  if (!isGiven(wish.class, wish.from)) throw notGiven(wish.class, wish.from);
  const at = now();
  const credit = { ...wish, filedBy: officer, filedAt: at };
  await database.transaction(async (client) => {
    await addCredit(client, credit);
    const { customsCode, from, class: rated } = wish;
    await record(client, [
      {
        at,
        kind: 'credit-filed',
        subject: customsCode,
        body: { customsCode, from, class: rated, by: officer },
      },
    ]);
  });
  return credit;
}

const notGiven = (credit: CreditClass, day: Day): Problem =>
  new Problem(422, 'SAMPLING-CREDIT-CLASS', {
    zh: `${day} 海关信用等级中没有 ${credit}；各等级的起用日见代码表 customs_credit`,
    en: `On ${day} customs rates nobody ${credit}; the code list customs_credit says from when each class is given`,
  });

/** Ratings, by enterprise and day. */
export const ratings = (
  { database }: Ports,
  after: { readonly customsCode: string; readonly from: Day } | undefined,
  limit: number,
): Promise<Credit[]> => creditPage(database.readers, after, limit);
