import { record } from '#journal';
import type { Day } from '#kernel';
import type { CreditClass } from '../domain/rates.ts';
import { addCredit, type Credit, creditPage } from '../storage/credit.ts';
import type { SamplingPorts } from './ports.ts';

export type { Credit };

type Ports = Pick<SamplingPorts, 'database' | 'now'>;

/** Files how customs rates an enterprise from a day on; the same day again is written over. */
export async function fileCredit(
  { database, now }: Ports,
  officer: string,
  wish: {
    readonly customsCode: string;
    readonly from: Day;
    readonly class: CreditClass;
    readonly note: string;
  },
): Promise<Credit> {
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

/** Ratings, by enterprise and day. */
export const ratings = (
  { database }: Ports,
  after: { readonly customsCode: string; readonly from: Day } | undefined,
  limit: number,
): Promise<Credit[]> => creditPage(database.readers, after, limit);
