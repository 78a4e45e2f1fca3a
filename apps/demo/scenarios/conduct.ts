import type { Dossier } from '../dossiers.ts';
import { again, NUMBER_TAKEN } from '../faults/conduct.ts';
import type { Step } from '../faults/index.ts';
import type { Scenario, Teller } from './scenario.ts';
import { refused, released, taxed, tell, WAITED_OUT } from './telling.ts';

const PILLOW_TAX = taxed('228.00', '0.00', '20.75', '20.75');

const pillow = (teller: Teller, fault?: string): Dossier =>
  teller.dossier('A', {
    lines: [teller.line('HOM-PLW-46', 1, '228')],
    ...(fault === undefined ? {} : { fault }),
  });

/** The steps of a dossier once more, changed, after all of them. */
function afterwards(dossier: Dossier, change: (step: Step, at: number) => Step): Dossier {
  const last = Math.max(...dossier.steps.map(({ seconds }) => seconds));
  const more = dossier.steps.map((step, at) => ({ ...change(step, at), seconds: last + 1 + at }));
  return { ...dossier, steps: [...dossier.steps, ...more] };
}

/** What senders do: repeat, mend, withdraw, come late or never. */
export const conductScenarios: readonly Scenario[] = [
  {
    name: 'sent-twice',
    title: { zh: '四单原样重发，按重复应答', en: 'All four papers are sent twice: answered as repeats' },
    why: {
      zh: '业务主键和内容都相同，给出同样的应答，不再生成回执，也不重复审核。',
      en: 'Same key and same content: the same answer again, no second receipt, nothing judged twice.',
    },
    mode: '9610',
    tell: (teller) => {
      const twice = afterwards(pillow(teller), (step) => ({ ...step, answer: 'repeated' }));
      return tell(teller, twice, released(PILLOW_TAX));
    },
  },
  {
    name: 'numbers-used-again',
    title: { zh: '编号相同、内容不同，拒收', en: 'The same numbers with other content: refused' },
    why: {
      zh: '按统一版错误码拒收：-301010、-401007、-504015、-621004；原单不受影响。',
      en: "Refused with the standard's own codes -301010, -401007, -504015, -621004; the first papers stand.",
    },
    mode: '9610',
    tell: (teller) => {
      const dossier = pillow(teller);
      const other = afterwards(dossier, (step, at) => ({
        ...again(step, `5A3D1C00-0000-4000-A000-00000000000${at}`, { note: '内容不同' }),
        ...NUMBER_TAKEN[step.paper],
      }));
      return tell(teller, other, released(PILLOW_TAX));
    },
  },
  {
    name: 'order-changed',
    title: {
      zh: '订单变更（appType=2）后放行',
      en: 'The order is mended by a change (appType 2), then released',
    },
    why: {
      zh: '收货电话写错，清单申报前以变更报文改正；后到的报送时间为准。',
      en: "The consignee's telephone was wrong and is mended before the list comes; the later appTime counts.",
    },
    mode: '9610',
    tell: (teller) => tell(teller, pillow(teller, 'order-changed'), released(PILLOW_TAX)),
  },
  {
    name: 'list-mended-after-refusal',
    title: { zh: '退单后改正清单重报，放行', en: 'A returned list is mended and sent anew, then released' },
    why: {
      zh: '退单后同一订单号可重新申报（R-1.19）；额度只计放行的一次。',
      en: 'After a return the same order may be declared anew (R-1.19); the allowance counts once.',
    },
    mode: '9610',
    tell: (teller) => {
      const dossier = pillow(teller, 'buyer-name-differs');
      const list = dossier.steps.find(({ paper }) => paper === 'declaration');
      if (list === undefined) throw new RangeError('the dossier has no list');
      const { buyerName } = dossier.order.head;
      const mended = again(list, '5A3D1C00-0000-4000-A000-0000000000FF', { buyerName });
      const first = tell(teller, dossier, refused(['MATCH-BUYER-NAME'], '13127'));
      const second = tell(
        teller,
        { ...dossier, steps: [{ ...mended, seconds: list.seconds + 5 }] },
        released(PILLOW_TAX),
      );
      return {
        sendings: [...first.sendings, ...second.sendings],
        lists: second.lists,
        receipts: [...first.receipts, ...second.receipts],
      };
    },
  },
  {
    name: 'list-deleted',
    title: { zh: '清单等待运单时删除（appType=3）', en: 'The waiting list is deleted (appType 3)' },
    why: {
      zh: '尚未审核的清单可由申报企业删除，不再审核，不占额度。',
      en: 'A list that is not judged yet may be withdrawn by its sender; nothing is judged or reserved.',
    },
    mode: '9610',
    tell: (teller) => tell(teller, pillow(teller, 'list-deleted'), { state: 'withdrawn' }),
  },
  {
    name: 'waybill-late',
    title: { zh: '运单晚到，到齐后放行', en: 'The waybill comes late: the list waits, then is released' },
    why: {
      zh: '三单先后到达，清单在规定时间内等待缺件。',
      en: 'Papers come in any order, minutes apart; a list waits for what is missing.',
    },
    mode: '9610',
    tell: (teller) => tell(teller, pillow(teller, 'waybill-late'), released(PILLOW_TAX)),
  },
  {
    name: 'list-comes-first',
    title: { zh: '清单先到，三单后到，放行', en: 'The list comes before its papers: released' },
    why: {
      zh: '到达次序不影响结果，最后一份单证到齐即审核。',
      en: 'The order of arrival does not matter; the last paper sets the judgement off.',
    },
    mode: '1210',
    tell: (teller) => tell(teller, pillow(teller, 'list-comes-first'), released(PILLOW_TAX)),
  },
  {
    name: 'payment-missing',
    title: { zh: '支付凭证始终未到，期满退单', en: 'The payment never comes: returned when the time is up' },
    why: {
      zh: '等待期满后退单，并指出缺少支付凭证（R-1.12）。',
      en: 'When the set time is over the list is returned and says which paper is missing (R-1.12).',
    },
    mode: '9610',
    tell: (teller) => ({
      ...tell(teller, pillow(teller, 'payment-missing'), refused(['MATCH-MISSING-PAPER'], '901002')),
      until: teller.begin + WAITED_OUT,
    }),
  },
  {
    name: 'waybill-missing',
    title: { zh: '运单始终未到，等待中', en: 'The waybill has not come yet: the list waits' },
    why: {
      zh: '规定时间未满，清单保持等待并列出所缺单证。',
      en: 'Within the set time the list waits and names the missing paper.',
    },
    mode: '9610',
    tell: (teller) => tell(teller, pillow(teller, 'waybill-missing'), { state: 'waiting' }),
  },
];
