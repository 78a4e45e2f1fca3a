import type { Bilingual } from '#kernel';
import { type Access, policy, rowOf, type Scope } from './policy.ts';
import { type Role, roles } from './roles.ts';

/** What the table says of somebody who wants to do something: with whose things, or why not and what helps. */
export type Verdict =
  | { readonly allowed: true; readonly scope: Scope }
  | {
      readonly allowed: false;
      /** Stable: KEY-UNKNOWN where showing who one is may help, ACCESS-REFUSED where it does not. */
      readonly code: 'KEY-UNKNOWN' | 'ACCESS-REFUSED';
      readonly reason: Bilingual;
      readonly remedy: Bilingual;
    };

/** Whether a role may do it, by the table. Types let in only what the table has; anything else is refused all the same. */
export function mayDo<Resource extends Access['resource']>(
  role: Role,
  resource: Resource,
  action: Extract<Access, { resource: Resource }>['action'],
): Verdict {
  const row = rowOf({ resource, action });
  const scope = row?.may[role];
  if (scope !== undefined) return { allowed: true, scope };
  const allowed = Object.entries(roles).filter(([name]) => row?.may[name as Role] !== undefined);
  return role === 'nobody' || role === 'visitor'
    ? unknown(row?.shownBy.includes('session') ?? false)
    : refused(allowed.map(([, { name }]) => name));
}

/** Texts of who has not shown who they are. */
function unknown(bySession: boolean): Verdict {
  const session = bySession ? { zh: '，或登录', en: ', or sign in' } : { zh: '', en: '' };
  return {
    allowed: false,
    code: 'KEY-UNKNOWN',
    reason: {
      zh: '密钥缺失、错误或已吊销',
      en: 'The API key is missing, wrong or revoked',
    },
    remedy: {
      zh: `请在 Authorization: Bearer 中给出有效密钥${session.zh}`,
      en: `give a valid one in Authorization: Bearer${session.en}`,
    },
  };
}

/** Texts of who is known and may not. */
function refused(allowed: readonly Bilingual[]): Verdict {
  const names = {
    zh: allowed.map(({ zh }) => zh).join('、'),
    en: allowed.map(({ en }) => en).join(', '),
  };
  return {
    allowed: false,
    code: 'ACCESS-REFUSED',
    reason: { zh: `此操作只供以下角色使用：${names.zh}`, en: `This is only for: ${names.en}` },
    remedy: { zh: '请使用该角色的密钥', en: 'use a key of such a role' },
  };
}

/** Everything somebody may do who is known by a session or by nothing, as a browser is: what the portal may offer. */
export function allowedInBrowser(role: Role): { resource: string; action: string; scope: Scope }[] {
  return policy.flatMap((row) => {
    const byKeyAlone = !(row.shownBy as readonly string[]).includes('session') && row.shownBy.length > 0;
    const scope = rowOf(row)?.may[role];
    return scope === undefined || byKeyAlone ? [] : [{ resource: row.resource, action: row.action, scope }];
  });
}
