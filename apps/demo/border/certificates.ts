import { addDays } from '#kernel';
import { StoryFault } from './actors.ts';
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

/** What certificates of goods do. */
export const certificateStories: readonly Story[] = [recognised];
