import { sellList } from './sold-list.ts';
import type { BorderStage, Story } from './story.ts';

interface Account {
  readonly cover: string;
  readonly available: string;
  readonly reserved: string;
}

interface Bill {
  readonly state: string;
  readonly tax: string;
  readonly toldAt?: string;
  readonly dueFrom: string;
  readonly certificateNo?: string;
}

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

const guarantee: Story = {
  name: '56-guarantee-given',
  title: {
    zh: '企业登记保函，海关确认后增加可用担保额度',
    en: 'An enterprise gives a letter of guarantee; once customs confirms it, there is more cover',
  },
  why: {
    zh: '放行前税款须有担保（R-2.12）；登记与确认须由两人办理，已有结论的不再更改。',
    en: 'Tax is covered before a list is released (R-2.12); one enters a guarantee, another confirms it, once.',
  },
  play: async (stage) => {
    const [seller] = stage.zone.sellers;
    if (!seller) throw new RangeError('the zone has no seller');
    const path = `/api/guarantees/accounts/${seller.customsCode}`;
    const person = stage.person('seller');
    const { instrumentId } = await person.post<{ instrumentId: string }>('/api/guarantees/given', {
      ...{ kind: 'letter', paperNo: stage.number('BH56'), issuer: '示例银行昆明分行', amount: '500000' },
      ...{ validFrom: stage.today(), validTo: '2036-12-31' },
    });
    const verdict = `/api/guarantees/given/${instrumentId}/verdict`;
    const customs = stage.person('customs');
    await customs.post(verdict, { verdict: 'confirm' });
    await customs.refused('POST', verdict, { verdict: 'reject' });
    const { cover, available, reserved } = await person.get<Account>(path);
    if (Number(available) + Number(reserved) !== Number(cover))
      throw new Error(`the account does not add up: ${available}, ${reserved}, ${cover}`);
  },
};

/** Lets time pass where the stage can; the story goes on only there. */
async function later(stage: BorderStage, ms: number): Promise<boolean> {
  if (!stage.passTo) return false;
  await stage.passTo(new Date(stage.now().getTime() + ms));
  return true;
}

const payment: Story = {
  name: '57-tax-from-release-to-payment',
  title: {
    zh: '税款：放行时占用担保，出具税单，第31日汇总，缴清后恢复额度',
    en: 'Tax: covered at release, billed, merged on day 31, and the guarantee free again once it is paid',
  },
  why: {
    zh: '放行后第31日至第45日缴税（R-2.12）；缴款须与应缴数一致，且只登记一次。',
    en: 'Paid from day 31 to day 45 after release (R-2.12); exactly what is owed, and recorded once.',
  },
  play: async (stage) => {
    const whisky = { mode: '9610', itemNo: 'DRK-WHI-27', quantity: 1, price: '400' } as const;
    const { dossier, declarant } = await sellList(stage, { tail: 'M0', buyer: 7, ...whisky });
    const { ebpCode, orderNo, assureCode } = dossier.declaration.head;
    const path = `/api/tax-bills/lists/${ebpCode}/${orderNo}`;
    const { tax } = await declarant.get<Bill>(path);
    if (tax !== '116.13') throw new Error(`another tax than expected: ${tax}`);
    if (!(await later(stage, 11 * minuteMs))) return;
    const bill = (wished: (bill: Bill) => boolean) =>
      stage.until((quiet) => quiet.as(declarant).get<Bill>(path), wished);
    await bill(({ toldAt }) => toldAt !== undefined);
    if (!(await later(stage, 31 * dayMs))) return;
    const { certificateNo } = await bill(({ state }) => state === 'merged');
    const certificate = `/api/tax-bills/certificates/${certificateNo}`;
    const customs = stage.person('customs');
    await customs.refused('POST', `${certificate}/payment`, {
      ...{ way: 'paid', paidOn: stage.today(), amount: '1', reference: 'GK-57' },
    });
    await customs.post(`${certificate}/payment`, {
      ...{ way: 'paid', paidOn: stage.today(), amount: tax, reference: 'GK-57' },
    });
    await stage.firm(assureCode).get<Account>(`/api/guarantees/accounts/${assureCode}`);
  },
};

export const moneyStories: readonly Story[] = [guarantee, payment];
