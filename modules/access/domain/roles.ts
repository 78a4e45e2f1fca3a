import type { Bilingual } from '#kernel';
import type { Agency } from './agencies.ts';
import type { KeyScope } from './key-scopes.ts';
import type { Right } from './rights.ts';

/** Who somebody is to the platform, and how that is known; a further kind of user is a further row. */
export const roles = {
  nobody: {
    name: { zh: '未识别者', en: 'nobody known' },
    knownBy: {
      zh: '未出示密钥或会话，或其无效',
      en: 'shows no key and no session, or one that is not good',
    },
  },
  visitor: {
    name: { zh: '演示访客', en: 'visitor of a demonstration' },
    knownBy: {
      zh: '演示环境中未出示密钥者；其中人物均为虚构',
      en: 'shows nothing, in a demonstration, where every person is made up',
    },
  },
  newcomer: {
    name: { zh: '待完善登录者', en: 'newcomer' },
    knownBy: {
      zh: '已用密码登录，但须先更换一次性密码或绑定第二因素',
      en: 'signed in by password, and has yet to replace a one-time password or to set up a second factor',
    },
  },
  enterprise: {
    name: { zh: '企业', en: 'enterprise' },
    knownBy: {
      zh: '企业的接口密钥，或企业人员的账号',
      en: 'an API key of the enterprise, or an account of its staff',
    },
  },
  operator: {
    name: { zh: '运营人员', en: 'operator' },
    knownBy: { zh: '运营密钥，或运营人员的账号', en: 'a key or an account of an operator' },
  },
  officer: {
    name: { zh: '监管人员', en: 'officer' },
    knownBy: {
      zh: '某监管部门某机构的账号，须双因素登录',
      en: 'an account of an agency and an office, signed in by two factors',
    },
  },
  consumer: {
    name: { zh: '消费者', en: 'consumer' },
    knownBy: { zh: '消费者本人的账号', en: 'the account of a person who buys' },
  },
  systemAdministrator: {
    name: { zh: '系统管理员', en: 'system administrator' },
    knownBy: {
      zh: '系统管理员账号，须双因素登录；管账号、设置与对接',
      en: 'an account signed in by two factors: accounts, settings, links',
    },
  },
  securityAdministrator: {
    name: { zh: '安全管理员', en: 'security administrator' },
    knownBy: {
      zh: '安全管理员账号，须双因素登录；管授权、锁定与登录策略',
      en: 'an account signed in by two factors: grants of roles, locks, sign-in policy',
    },
  },
  auditAdministrator: {
    name: { zh: '审计管理员', en: 'audit administrator' },
    knownBy: {
      zh: '审计管理员账号，须双因素登录；查阅全部留痕，不作任何更改',
      en: 'an account signed in by two factors: reads the evidence of everything, changes nothing',
    },
  },
} as const satisfies Readonly<Record<string, { readonly name: Bilingual; readonly knownBy: Bilingual }>>;

export type Role = keyof typeof roles;

/** A role somebody has whose key or account is good. */
export type KnownRole = Exclude<Role, 'nobody' | 'visitor'>;

/** Somebody whose key or session is good. */
export interface Caller {
  readonly by: 'key' | 'certificate' | 'session';
  /** Of the account, or of the key where a program or its session asks: what evidence names. A UUID. */
  readonly id: string;
  readonly role: KnownRole;
  /** Of the account behind a session; undefined where a key stands behind it. */
  readonly accountId?: string;
  readonly sessionId?: string;
  /** Of the enterprise the key or the account belongs to. */
  readonly customsCode?: string;
  /** What the enterprise lets this member of its staff do; undefined for a key. */
  readonly member?: Right;
  /** What a key, or the session that stands for it, is limited to; undefined for one that may what a clerk may. */
  readonly keyScopes?: readonly KeyScope[];
  /** Of the account that answers for a key, where one does. */
  readonly ownerId?: string;
  /** Of an officer. */
  readonly agency?: Agency;
  /** Code of the officer's office, e.g. of the customs office. */
  readonly office?: string;
}

/** Somebody of an enterprise. */
export type EnterpriseCaller = Caller & { readonly customsCode: string };

/** What the table asks of somebody: the role, and what narrows it. */
export interface Standing {
  readonly role: Role;
  readonly member?: Right | undefined;
  readonly keyScopes?: readonly KeyScope[] | undefined;
  readonly agency?: Agency | undefined;
  /** Undefined where a key stands behind a session. */
  readonly accountId?: string | undefined;
  /** Of the account that answers for a key. */
  readonly ownerId?: string | undefined;
}

/** @param visitors whether who shows nothing is a visitor: in demonstrations only */
export function standingOf(caller: Caller | undefined, visitors: boolean): Standing {
  return caller ?? { role: visitors ? 'visitor' : 'nobody' };
}
