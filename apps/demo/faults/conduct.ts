import { chinaStamp, instantOfStamp } from '#kernel';
import type { PaperKind, Papers } from '../papers.ts';
import { type Fault, otherDigit, type Step, unusedNumber, withHead } from './fault.ts';

const ofKind = (steps: readonly Step[], paper: PaperKind): Step => {
  const step = steps.find((candidate) => candidate.paper === paper);
  if (step === undefined) throw new RangeError(`the dossier has no ${paper}`);
  return step;
};

const without = (steps: readonly Step[], paper: PaperKind): Step[] =>
  steps.filter((step) => step.paper !== paper);

/** The same document once more with some fields changed, a minute later by its own clock. */
export function again(step: Step, guid: string, fields: Readonly<Record<string, string>>): Step {
  const { head, items } = step.document;
  const appTime = chinaStamp((instantOfStamp(head.appTime) ?? 0) + 60_000);
  const document = { head: { ...head, guid, appTime, ...fields }, items } as Papers[PaperKind];
  return { ...step, document, seconds: step.seconds + 1 };
}

/** The steps with more of them put right after the one they follow. */
const after = (steps: readonly Step[], paper: PaperKind, ...more: readonly Step[]): Step[] =>
  steps.flatMap((step) => (step.paper === paper ? [step, ...more] : [step]));

const taken = (status: string) => ({ answer: 'refused', status, findings: ['EXCHANGE-EXISTS'] }) as const;

/** How a second document of the same number with other content is answered, by kind. */
export const NUMBER_TAKEN: Readonly<Record<PaperKind, Pick<Step, 'answer' | 'status' | 'findings'>>> = {
  order: taken('-301010'),
  payment: taken('-401007'),
  waybill: taken('-504015'),
  declaration: taken('-621004'),
};

const repeatOf = (paper: PaperKind, zh: string): Fault => ({
  name: `${paper}-number-used-again`,
  title: { zh: `${zh}编号重复、内容不同`, en: `a second ${paper} of the same number with other content` },
  expected: { outcome: 'released', findings: [] },
  script: (steps, { random }) => {
    const first = ofKind(steps, paper);
    const second = again(first, random.guid(), { note: '内容不同' });
    return after(steps, paper, { ...second, ...NUMBER_TAKEN[paper] });
  },
});

const missing = (paper: 'order' | 'payment' | 'waybill', zh: string): Fault => ({
  name: `${paper}-missing`,
  title: { zh: `缺少${zh}，等待期满退单`, en: `the ${paper} never comes` },
  expected: { outcome: 'refused', findings: ['MATCH-MISSING-PAPER'] },
  script: (steps) => without(steps, paper),
  waits: true,
});

/** When and how often papers are sent. */
export const conductFaults: readonly Fault[] = [
  missing('order', '订单'),
  missing('payment', '支付凭证'),
  missing('waybill', '运单'),
  {
    name: 'order-number-differs',
    title: { zh: '支付凭证订单号写错', en: 'the payment names another order' },
    expected: { outcome: 'refused', findings: ['MATCH-MISSING-PAPER'] },
    spoil: (papers) => withHead(papers, 'payment', { orderNo: unusedNumber(papers.payment.head.orderNo) }),
    script: (steps) => steps,
    waits: true,
  },
  {
    name: 'waybill-late',
    title: { zh: '运单晚到，到齐后放行', en: 'the waybill comes late, the list waits for it' },
    expected: { outcome: 'released', findings: [] },
    script: (steps) => [
      ...without(steps, 'waybill'),
      { ...ofKind(steps, 'waybill'), seconds: ofKind(steps, 'declaration').seconds + 4 },
    ],
  },
  {
    name: 'list-comes-first',
    title: { zh: '清单先到，三单后到', en: 'the list comes before its papers' },
    expected: { outcome: 'released', findings: [] },
    script: (steps) => [
      { ...ofKind(steps, 'declaration'), seconds: 0 },
      ...without(steps, 'declaration').map((step) => ({ ...step, seconds: step.seconds + 1 })),
    ],
  },
  {
    name: 'order-sent-twice',
    title: { zh: '同一订单重复报送', en: 'the same order is sent twice' },
    expected: { outcome: 'released', findings: [] },
    script: (steps) => {
      const order = ofKind(steps, 'order');
      return after(steps, 'order', { ...order, seconds: order.seconds + 1, answer: 'repeated' });
    },
  },
  repeatOf('order', '订单'),
  repeatOf('payment', '支付单'),
  repeatOf('waybill', '运单'),
  repeatOf('declaration', '清单'),
  {
    name: 'order-changed',
    title: { zh: '订单变更收货电话后放行', en: 'the order is mended by a change before the list comes' },
    expected: { outcome: 'released', findings: [] },
    script: (steps, { random }) => {
      const right = ofKind(steps, 'order');
      const { consigneeTelephone } = ofKind(steps, 'waybill').document.head as Papers['waybill']['head'];
      const wrong = again(right, right.document.head.guid, {
        appTime: right.document.head.appTime,
        consigneeTelephone: otherDigit(consigneeTelephone),
      });
      const mended = again(right, random.guid(), { appType: '2' });
      return [{ ...wrong, seconds: right.seconds }, mended, ...without(steps, 'order')];
    },
  },
  {
    name: 'list-deleted',
    title: { zh: '清单在等待运单时被删除', en: 'the list is deleted while it waits' },
    expected: { outcome: 'withdrawn', findings: [] },
    script: (steps, { random }) => {
      const list = ofKind(steps, 'declaration');
      return [
        ...without(steps, 'waybill'),
        { ...again(list, random.guid(), { appType: '3' }), seconds: list.seconds + 3 },
      ];
    },
  },
];
