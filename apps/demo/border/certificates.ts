import { addDays } from '#kernel';
import { StoryFault } from './actors.ts';
import { bookFirst, entryId, site, standsAt } from './inspections.ts';
import { handIn, lineOf, purchaseFor } from './purchase.ts';
import type { Story } from './story.ts';

interface ListSeen {
  readonly list: { readonly state: string };
}

interface AgenciesSeen {
  readonly questions: readonly { readonly agency: string; readonly state: string; readonly judge: string }[];
}

interface CertificateSeen {
  readonly certificateId: string;
  readonly state: string;
  readonly uses: readonly { readonly orderNo: string; readonly recognition: string }[];
}

interface HoldSeen {
  readonly inspectionId: string;
  readonly came: string;
}

interface HoldsSeen {
  readonly holds: readonly { readonly state: string; readonly certificate?: string }[];
}

/** What customs has accepted answers market regulation: the list does not wait. */
const recognised: Story = {
  name: '87-certificate-recognised-by-another-agency',
  title: {
    zh: '海关采信的检验检疫证明，市场监管部门互认，清单不再等待',
    en: 'A certificate that customs has accepted counts for market regulation too, and the list does not wait',
  },
  why: {
    zh: '按互认表，海关采信的入境检验检疫证明可替代市场监管部门对保健食品的逐票认定；证书须在有效期内并覆盖全部商品（R-1.51、R-6.5）。',
    en: 'By the table of recognition a certificate of inspection at entry answers market regulation’s requirement on health food, as long as it is valid and covers all the goods (R-1.51, R-6.5).',
  },
  play: async (stage) => {
    const lines = [lineOf(stage, 'HLT-OIL-56', 2, 16_800)];
    const dossier = purchaseFor(stage, 'CERT', { mode: '9610', lines });
    const { ebpCode, orderNo, agentCode, ebcCode } = dossier.declaration.head;
    const [seller, customs] = [stage.firm(ebcCode), stage.person('customs')];
    const filed = await seller.post<CertificateSeen>('/api/goods-certificates', {
      ...{ kind: 'ENTRY-INSPECTION', number: stage.number('CERTNO'), issuer: '昆明海关' },
      ...{ gcode: '15042000', validFrom: stage.today(), validTo: addDays(stage.today(), 180) },
    });
    await seller.get('/api/goods-certificate-tables');
    const place = `/api/goods-certificates/${filed.certificateId}`;
    const accepts = { decision: 'accepted', reason: '与检验检疫系统一致' };
    if ((await customs.refused('POST', `${place}/decision`, accepts)) !== 'GOODS-CERTIFICATE-NO-PAPER')
      throw new StoryFault('a certificate was accepted that nobody has seen');
    await seller.upload(`${place}/paper`, 'application/pdf', '%PDF-1.4 入境货物检验检疫证明（示例）');
    await customs.get('/api/goods-certificates?state=filed');
    await customs.get(`${place}/paper`);
    await customs.post(`${place}/decision`, accepts);
    await handIn(stage, dossier);
    const list = `/api/lists/${ebpCode}/${orderNo}`;
    const broker = stage.firm(agentCode);
    await stage.until(
      (quiet) => quiet.as(broker).get<ListSeen>(list),
      (seen) => seen.list.state === 'released',
    );
    const { questions } = await broker.get<AgenciesSeen>(`${list}/agencies`);
    if (questions[0]?.judge !== 'certificate') throw new StoryFault('no certificate spoke for the agency');
    const { uses } = await seller.get<CertificateSeen>(place);
    if (uses[0]?.recognition !== 'CR-ENTRY-HEALTH-FOOD') throw new StoryFault('the use is not on record');
    // Lists of other stories are to wait for the agency as before.
    await seller.post(`${place}/withdrawal`);
  },
};

/** What customs accepted at entry spares the inspection market regulation wants: it is not on the order. */
const spared: Story = {
  name: '71-certificate-spares-an-inspection',
  title: {
    zh: '海关采信的检验检疫证明，市场监管部门的质量监测不再开箱，只查验海关布控事项',
    en: 'A certificate customs has accepted spares the inspection market regulation wants; only what customs ordered is inspected',
  },
  why: {
    zh: '按互认表，证书覆盖的商品不再因质量监测开箱；查验事项以“互认”列在查验单上并注明证书号。海关布控不因证书免除（R-1.51、R-6.2）。',
    en: 'By the table of recognition goods a certificate covers are not opened to monitor their quality: the hold stands as recognised, with the number of the certificate. What customs itself ordered is inspected all the same (R-1.51, R-6.2).',
  },
  play: async (stage) => {
    await site(stage);
    const lines = [lineOf(stage, 'HLT-OIL-56', 1, 16_800)];
    const dossier = purchaseFor(stage, 'CERTQ', { mode: '9610', lines });
    // A brand whose name makes the rules look twice.
    const gname = '犀角牌鱼油软胶囊';
    for (const item of dossier.order.items) Object.assign(item, { itemName: gname });
    for (const item of dossier.declaration.items) Object.assign(item, { gname, itemName: gname });
    const { ebpCode, orderNo, agentCode, ebcCode } = dossier.declaration.head;
    const [seller, customs] = [stage.firm(ebcCode), stage.person('customs')];
    const number = stage.number('CERTQNO');
    const filed = await seller.post<CertificateSeen>('/api/goods-certificates', {
      ...{ kind: 'ENTRY-INSPECTION', number, issuer: '昆明海关' },
      ...{ gcode: '15042000', validFrom: stage.today(), validTo: addDays(stage.today(), 180) },
    });
    const place = `/api/goods-certificates/${filed.certificateId}`;
    await seller.upload(`${place}/paper`, 'application/pdf', '%PDF-1.4 入境货物检验检疫证明（示例）');
    await customs.post(`${place}/decision`, { decision: 'accepted', reason: '与检验检疫系统一致' });
    await handIn(stage, dossier);
    const [key, broker] = [{ ebpCode, orderNo }, stage.firm(agentCode)];
    await standsAt(stage, broker, key, '500');
    const wanted = { ...key, ground: 'MKT-QUALITY' };
    const came = await stage.person('market').post<HoldSeen>('/api/inspections', wanted);
    if (came.came !== 'recognised') throw new StoryFault('the certificate has not spared the inspection');
    const one = `/api/inspections/${came.inspectionId}`;
    const { holds } = await broker.get<HoldsSeen>(one);
    if (!holds.some(({ state, certificate }) => state === 'recognised' && certificate === number))
      throw new StoryFault('the hold does not name the certificate');
    await bookFirst(stage, broker, came.inspectionId);
    await customs.post(`${one}/begin`);
    await customs.post(`${one}/results`, {
      ...{ entryId: entryId(stage, 'CERTQR'), ...key, verdict: 'conforming', found: '鱼油，非犀角制品' },
    });
    await stage.person('customs-second').post(`${one}/signature`);
    await standsAt(stage, broker, key, '800');
    await seller.post(`${place}/withdrawal`);
  },
};

/** What certificates of goods do. */
export const certificateStories: readonly Story[] = [recognised, spared];
