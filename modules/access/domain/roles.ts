import type { Bilingual } from '#kernel';

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
  enterprise: {
    name: { zh: '企业', en: 'enterprise' },
    knownBy: {
      zh: '企业的接口密钥，或以其登录的会话',
      en: 'an API key of the enterprise, or a session signed in with it',
    },
  },
  operator: {
    name: { zh: '运营人员', en: 'operator' },
    knownBy: {
      zh: '运营密钥，或以其登录的会话',
      en: 'a key of an operator, or a session signed in with it',
    },
  },
} as const satisfies Readonly<Record<string, { readonly name: Bilingual; readonly knownBy: Bilingual }>>;

export type Role = keyof typeof roles;

/** Somebody whose key or session is good. */
export interface Caller {
  readonly keyId: string;
  /** Of the enterprise the key is bound to. */
  readonly customsCode: string;
  readonly scope: 'enterprise' | 'operator';
}

/** @param visitors whether who shows nothing is a visitor: in demonstrations only */
export function roleOf(caller: Caller | undefined, visitors: boolean): Role {
  return caller?.scope ?? (visitors ? 'visitor' : 'nobody');
}
