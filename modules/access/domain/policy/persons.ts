import { anyone, keyOrSession, type PolicyRow } from './row.ts';

/** Persons in the papers. */
export const persons = [
  {
    resource: 'persons',
    action: 'show',
    what: {
      zh: '查看清单各单证中的完整个人信息（说明理由，留痕）',
      en: 'read the persons in the papers of a list in full, with a reason, on record',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-10.1',
  },
  {
    resource: 'showings',
    action: 'read',
    what: {
      zh: '查看谁查看过完整个人信息',
      en: 'see who has been shown personal data in full',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', auditAdministrator: 'zone' },
    source: 'R-10.1, R-10.7',
  },
  {
    resource: 'parcels',
    action: 'look',
    what: {
      zh: '凭单号和手机号后四位查询包裹状态（不含个人信息）',
      en: 'ask by number and last digits of a telephone how a parcel stands; nothing of a person is told',
    },
    shownBy: [],
    may: anyone,
    source: 'R-10.1',
  },
  {
    resource: 'own-data',
    action: 'read',
    what: {
      zh: '消费者查看本人的额度、清单、所存数据及查看记录',
      en: 'a consumer sees their own allowance, lists, what is held of them and who was shown it',
    },
    shownBy: ['session'],
    may: { consumer: 'own' },
    source: 'R-10.1',
  },
  {
    resource: 'own-data',
    action: 'confirm',
    what: { zh: '消费者核验本人身份', en: 'a consumer confirms who they are' },
    shownBy: ['session'],
    may: { consumer: 'own' },
    source: 'R-10.1',
  },
] as const satisfies readonly PolicyRow[];
