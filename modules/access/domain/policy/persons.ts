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
  {
    resource: 'own-data',
    action: 'ask',
    what: {
      zh: '消费者申请更正、删除或说明本人数据，及撤回申请',
      en: 'a consumer asks to have what is held of them corrected, deleted or explained, and takes that back',
    },
    shownBy: ['session'],
    may: { consumer: 'own' },
    source: 'R-10.1',
  },
  {
    resource: 'corrections',
    action: 'read',
    what: {
      zh: '查看个人提出的更正、删除、说明申请及其时限（不含所写内容）',
      en: 'see what persons ask to have corrected, deleted or explained, and by when; not what they have written',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-10.1',
  },
  {
    resource: 'corrections',
    action: 'show',
    what: {
      zh: '打开个人申请所写内容（留痕）；运营人员仅限平台所存与逾期的',
      en: 'open what a person has written, on record; an operator what the platform holds and what is late',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    keyScope: 'read-in-full',
    source: 'R-10.1',
  },
  {
    resource: 'corrections',
    action: 'answer',
    what: {
      zh: '答复个人申请；运营人员仅限平台所存与逾期的',
      en: 'answer what a person asks; an operator what the platform holds and what is late',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-10.1',
  },
  {
    resource: 'retention',
    action: 'read',
    what: { zh: '查看保存期限表', en: 'see what is kept for how long and why' },
    shownBy: [],
    may: anyone,
    source: 'R-10.5',
  },
  {
    resource: 'retention',
    action: 'read-record',
    what: { zh: '查看到期清除记录与法律保全', en: 'see what was erased and what is held past its time' },
    shownBy: ['session'],
    may: { auditAdministrator: 'zone', securityAdministrator: 'zone', operator: 'zone' },
    source: 'R-10.4, R-10.5',
  },
  {
    resource: 'retention',
    action: 'hold',
    what: {
      zh: '设立、解除法律保全',
      en: 'hold something past its time because an authority asks for it, and lift that',
    },
    shownBy: ['session'],
    may: { securityAdministrator: 'zone' },
    source: 'R-10.4, R-10.5',
  },
] as const satisfies readonly PolicyRow[];
