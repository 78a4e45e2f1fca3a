import type { Finding } from '#kernel';
import { borderGroups } from './border-kinds.ts';
import type { KindGroup } from './kind-group.ts';

/** What can be subscribed to: `group.member`, or `group.*` for all of a group. */
export const kindGroups: readonly KindGroup[] = [
  {
    group: 'receipt',
    members: undefined,
    text: {
      zh: '回执，按类型，如 receipt.CEB622；receipt.* 为全部',
      en: 'receipts by type, e.g. receipt.CEB622; receipt.* for all',
    },
  },
  {
    group: 'list',
    members: ['released', 'held', 'refused', 'withdrawn', 'forwarded'],
    text: {
      zh: '清单状态：放行、查验或扣留、退单、撤回、已转海关',
      en: 'states of lists: released, held, refused, withdrawn, forwarded to customs',
    },
  },
  {
    group: 'link',
    members: ['lost', 'failed', 'replayed'],
    text: {
      zh: '转报故障：报文发往海关后无回音、未能发出、重新发送',
      en: 'faults of the link to customs: a message lost, refused on its way, sent again',
    },
  },
  {
    group: 'question',
    members: ['asked', 'answered'],
    text: {
      zh: '关员就本企业申报的清单提出询问、询问已答复',
      en: 'questions of officers on lists you sent: asked, answered',
    },
  },
  {
    group: 'correction',
    members: ['asked', 'withdrawn', 'answered', 'made'],
    text: {
      zh: '个人就本企业所报单证提出的更正、删除、说明申请：提出、撤回、答复；所涉单证的个人信息已更正或加注',
      en: 'what persons ask about their data in papers you sent: asked, taken back, answered; and what was corrected or noted in a purchase of yours',
    },
  },
  {
    group: 'enterprise',
    members: ['registered', 'changed', 'suspended', 'resumed', 'cancelled', 'expiring'],
    text: {
      zh: '本企业的备案：登记、变更、暂停、恢复、注销，许可、证书或备案即将到期',
      en: 'your registration: in force, changed, suspended, resumed, cancelled; a licence, certificate or itself about to expire',
    },
  },
  {
    group: 'filing',
    members: ['applied', 'checked', 'returned', 'approved', 'withdrawn'],
    text: {
      zh: '本企业的备案申请：提交、初审通过、退回、批准、撤回',
      en: 'your applications: applied for, checked, returned, approved, withdrawn',
    },
  },
  {
    group: 'goods',
    members: ['approved', 'returned', 'withdrawn'],
    text: {
      zh: '本企业的商品备案：批准、退回、撤回',
      en: 'goods you filed: approved, returned, withdrawn',
    },
  },
  {
    group: 'transit',
    members: [
      ...['applied', 'approved', 'refused', 'cancelled', 'sealed', 'departed', 'handed_over'],
      ...['arrived', 'unsealed', 'written_off', 'alerted', 'alert_resolved'],
    ],
    text: {
      zh: '本企业申请或承运的转关：每一步，以及预警的提出与办结',
      en: 'transits you applied for or carry: every step, and alerts raised and resolved',
    },
  },
  {
    group: 'return',
    members: ['accepted', 'arrived', 'inspected', 'closed', 'refused', 'withdrawn'],
    text: {
      zh: '本企业清单的退货：已受理、已运抵、已查验退还、已办结、未通过、已撤回',
      en: 'goods of your lists that come back: accepted, back, seen and given back, done, refused, withdrawn',
    },
  },
  {
    group: 'cancellation',
    members: ['applied', 'closed', 'refused'],
    text: {
      zh: '本企业清单的撤销：待海关审核、已撤销、未通过',
      en: 'cancellations of your lists: with customs, done, refused',
    },
  },
  {
    group: 'delegation',
    members: ['proposed', 'accepted', 'declined', 'withdrawn', 'ended'],
    text: {
      zh: '委托：提出、接受、拒绝、撤回、终止（双方均收到）',
      en: 'delegations: proposed, accepted, declined, withdrawn, ended (both sides are told)',
    },
  },
  {
    group: 'summary',
    members: ['made', 'empty', 'withdrawn', 'cancelled', 'due', 'overdue'],
    text: {
      zh: '汇总申报：已汇总、没有可汇总的清单、申请已撤回、汇总单被撤销、即将到期、已逾期',
      en: 'summary declarations: made, nothing to sum up, application taken back, summary cancelled, about to fall due, overdue',
    },
  },
  {
    group: 'key',
    members: ['made', 'replaced', 'revoked', 'expiring'],
    text: {
      zh: '本企业的接口密钥：新建、更换、吊销、即将到期',
      en: 'API keys of yours: made, replaced, revoked, about to expire',
    },
  },
  {
    group: 'certificate',
    members: ['registered', 'revoked', 'expiring'],
    text: {
      zh: '本企业的客户端证书：登记、吊销、即将到期',
      en: 'client certificates of yours: registered, revoked, about to expire',
    },
  },
  {
    group: 'guarantee',
    members: ['confirmed', 'low', 'lapsed'],
    text: {
      zh: '本企业的税款担保：生效、可用额度低、到期',
      en: 'your guarantees for tax: in force, little left of the cover, over',
    },
  },
  {
    group: 'tax',
    members: ['certified', 'due', 'overdue', 'paid'],
    text: {
      zh: '本企业的缴款书：生成、即将到期、逾期、已缴',
      en: 'your payment certificates: made, due soon, overdue, paid',
    },
  },
  ...borderGroups,
  {
    group: 'webhook',
    members: ['disabled'],
    text: {
      zh: '本企业的某个订阅被停用（请用另一个订阅接收）',
      en: 'one of your webhooks was disabled (received by another one)',
    },
  },
];

const receiptType = /^CEB\d{3}$/;

function isOffered(pattern: string): boolean {
  const [, name = '', member = ''] = /^(\w+)\.(\w+|\*)$/.exec(pattern) ?? [];
  const found = kindGroups.find(({ group }) => group === name);
  if (!found) return false;
  return member === '*' || (found.members?.includes(member) ?? receiptType.test(member));
}

/** What is wrong with a wish, pattern by pattern; nothing if all can be subscribed to. */
export function checkPatterns(patterns: readonly string[]): Finding[] {
  return patterns.flatMap((pattern, index) =>
    isOffered(pattern)
      ? []
      : [
          {
            code: 'WEBHOOK-KIND',
            level: 'field' as const,
            path: `events[${index + 1}]`,
            message: { zh: `没有事件“${pattern}”`, en: `There is no event “${pattern}”` },
            remedy: {
              zh: '可订阅的事件：receipt.CEBnnn、receipt.*、list.*、link.*、webhook.disabled 等，见 GET /api/webhooks',
              en: 'Events are receipt.CEBnnn, receipt.*, list.*, link.*, webhook.disabled and more: see GET /api/webhooks',
            },
          },
        ],
  );
}

/** Whether one of the patterns names this kind. */
export const wants = (patterns: readonly string[], kind: string): boolean =>
  patterns.includes(kind) || patterns.includes(`${kind.split('.')[0]}.*`);

/** Whether any of the patterns is of the receipts, and any of what the journal tells. */
export const sourcesOf = (patterns: readonly string[]): { receipts: boolean; journal: boolean } => ({
  receipts: patterns.some((pattern) => pattern.startsWith('receipt.')),
  journal: patterns.some((pattern) => !pattern.startsWith('receipt.')),
});
