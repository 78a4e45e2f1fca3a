import { ExportScene } from './export-scene.ts';
import type { Actor, BorderStage, Story } from './story.ts';

const papers = ['order', 'waybill', 'list'] as const;

interface Line {
  readonly invtNo: string;
  readonly route: string;
  readonly entryId?: string;
}
interface Claim {
  readonly claimNo: string;
  readonly state: string;
  readonly lines: number;
  readonly refund: string;
  readonly acceptedRefund?: string;
}

/** Sends an export through to its departure. @returns its seller and the number customs gave the list */
async function hasLeft(
  stage: BorderStage,
  flag: 'A' | 'B',
): Promise<{ scene: ExportScene; seller: string; actor: Actor; invtNo: string }> {
  const scene = new ExportScene(stage, { flag, itemNos: ['TEA-PUR-01', 'COF-YUN-02'] });
  await scene.sendAll(...papers);
  await scene.becomes('released');
  await scene.arrive();
  await scene.depart();
  const seen = await scene.becomes('closed', 'departed');
  const seller = scene.dossier.list.head.ebcCode;
  return { scene, seller, actor: stage.firm(seller), invtNo: seen.list.invtNo ?? '' };
}

/** A trading firm that the tax bureau has confirmed. */
async function isConfirmed(stage: BorderStage, seller: string): Promise<void> {
  const { toldAt } = await stage.firm(seller).put<{ toldAt: string }>('/api/export-tax/firm', {
    ...{ kind: 'trader', generalTaxpayer: true, refundFilingNo: 'KM2026-118', zoneRegistered: true },
    smallFirm: true,
  });
  await stage.person('tax').post(`/api/export-tax/firms/${seller}/confirm`, { toldAt });
}

/** The line of a list, once it is as wished. */
async function lineOf(
  stage: BorderStage,
  actor: Actor,
  invtNo: string,
  wished: (line: Line) => boolean,
): Promise<void> {
  const path = `/api/export-tax/lines?month=${stage.today().slice(0, 7)}&limit=200`;
  await stage.until(
    (quiet) => quiet.as(actor).get<{ lines: readonly Line[] }>(path),
    ({ lines }) => lines.some((line) => line.invtNo === invtNo && wished(line)),
  );
  await actor.get(path);
}

/** A refund from the goods that left to the tax bureau's word, each line once. */
const claimed: Story = {
  name: '58-export-refund-claimed-once',
  title: {
    zh: '出口退税：离境、汇总、发票、收汇齐备后申报，每行只申报一次',
    en: 'An export refund: left, declared, paid for, bought with an invoice; each line claimed once',
  },
  why: {
    zh: '条件齐备前注明所缺；进项发票品名、单位相符才对应；同一行在有效申报中只出现一次（R-3.2、R-3.9）。',
    en: 'Until all is there it says what lacks; invoices back goods of their name and unit; a line is in one live claim only (R-3.2, R-3.9).',
  },
  play: async (stage) => {
    const { scene, seller, actor, invtNo } = await hasLeft(stage, 'B');
    await isConfirmed(stage, seller);
    const month = stage.today().slice(0, 7);
    await lineOf(stage, actor, invtNo, ({ route }) => route === 'exempt');
    const { sumNo } = await actor.post<{ sumNo: string }>('/api/summaries/applications', {
      invtNos: [invtNo],
    });
    await stage.until(
      (quiet) => quiet.as(actor).get<{ state: string }>(`/api/summaries/applications/${sumNo}`),
      ({ state }) => state === 'summed-up',
    );
    await lineOf(stage, actor, invtNo, ({ entryId }) => entryId !== undefined);
    await actor.refused('POST', '/api/export-tax/claims', { month });
    const paid = scene.dossier.list.items.reduce((whole, { totalPrice }) => whole + Number(totalPrice), 0);
    await actor.post('/api/export-tax/receipts', {
      ...{ reference: stage.number('FX'), receivedOn: stage.today(), currency: '142' },
      ...{ amount: paid.toFixed(2), invtNos: [invtNo] },
    });
    await actor.post('/api/export-tax/invoices', {
      invoices: [
        {
          ...{ invoiceNo: stage.number('INV'), invoicedOn: stage.today(), sellerName: '勐海示例茶厂' },
          sellerUscc: '91530100MA6EXAMP10',
          // Enough for whatever of these goods the seller has sold before.
          lines: scene.dossier.list.items.map(({ gname, unit }, at) => ({
            ...{ line: at + 1, gname, unit, quantity: '1000', net: '40000.00', vat: '5200.00' },
            vatRate: '0.13',
          })),
        },
      ],
    });
    const claim = await actor.post<Claim>('/api/export-tax/claims', { month });
    if ((await actor.refused('POST', '/api/export-tax/claims', { month })) !== 'CLAIM-NOTHING')
      throw new Error('a line is claimed twice');
    const path = `/api/export-tax/claims/${claim.claimNo}`;
    await actor.get(`${path}/lines`);
    await actor.post(`${path}/hand-in`);
    const decided = await stage
      .person('tax')
      .post<Claim>(`${path}/decision`, { verdict: 'accept', refused: [] });
    if (decided.state !== 'accepted' || decided.acceptedRefund !== claim.refund)
      throw new Error('the refund is not what was claimed');
  },
};

/** A parcel without an invoice: exempt, in the month's file for the tax bureau, taxed by assessed income. */
const exempt: Story = {
  name: '82-exempt-without-invoice',
  title: {
    zh: '无票免税：综试区零售出口登记后免税，进入月度报税文件，核定征收所得税',
    en: 'Exempt without invoice: in the month’s file for the tax bureau, income tax assessed',
  },
  why: {
    zh: '综试区注册并登记日期、名称、单位、数量、单价、金额的零售出口免征增值税（R-3.3）；应税所得率4%（R-3.4）；数据未变时文件逐字节相同。',
    en: 'Retail exports of firms of the zone, logged with day, name, unit, quantity, price and amount, are exempt from VAT (R-3.3); 4 % of revenue is income (R-3.4); the same data make the same file.',
  },
  play: async (stage) => {
    const { seller, actor, invtNo } = await hasLeft(stage, 'A');
    await isConfirmed(stage, seller);
    const period = stage.today().slice(0, 7);
    await lineOf(stage, actor, invtNo, ({ route }) => route === 'exempt');
    await actor.get(`/api/export-tax/picture?month=${period}`);
    const operator = stage.person('operator');
    const made = await operator.post<{ edition: number; sha256: string }>('/api/export-tax/files', {
      ...{ kind: 'exports', period },
    });
    const file = `/api/export-tax/files/exports/${period}/${made.edition}`;
    const table = await stage.person('tax').get<string>(`${file}/content?format=csv`);
    if (!table.includes(invtNo)) throw new Error('the file lacks the list');
    const { takings } = await operator.get<{ takings: readonly unknown[] }>(file);
    if (takings.length === 0) throw new Error('nobody is on record as having taken it');
    const quarter = `${period.slice(0, 4)}Q${Math.ceil(Number(period.slice(5)) / 3)}`;
    const sheet = await actor.get<{ quarters: readonly { revenue: string }[] }>(
      `/api/export-tax/income/${seller}?period=${quarter}`,
    );
    if (Number(sheet.quarters.at(-1)?.revenue) <= 0) throw new Error('the sheet counts nothing');
  },
};

/** The tax of exports. */
export const refundStories: readonly Story[] = [claimed, exempt];
