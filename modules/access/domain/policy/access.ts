import { anyone, everyAccount, type PolicyRow } from './row.ts';

/** Signing in and out. */
export const access = [
  {
    resource: 'session',
    action: 'read',
    what: { zh: '查看自己是谁、可做什么', en: 'see who one is and what one may do' },
    shownBy: ['session'],
    may: { nobody: 'public', visitor: 'public', newcomer: 'own', ...everyAccount },
    source: '(D)',
  },
  {
    resource: 'session',
    action: 'sign-in',
    what: { zh: '登录', en: 'sign in' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'session',
    action: 'sign-out',
    what: { zh: '退出', en: 'sign out' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
