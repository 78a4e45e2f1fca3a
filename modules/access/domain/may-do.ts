import type { Bilingual } from '#kernel';
import { agencies } from './agencies.ts';
import { keyScopes } from './key-scopes.ts';
import { type Access, keyScopeOf, leastRight, type PolicyRow, policy, rowOf, type Scope } from './policy.ts';
import { isEnough, rightOfKeys, rights } from './rights.ts';
import { type Role, roles, type Standing } from './roles.ts';

/** What the table says of somebody who wants to do something: with whose things, or why not and what helps. */
export type Verdict =
  | { readonly allowed: true; readonly scope: Scope }
  | {
      readonly allowed: false;
      /**
       * Stable: KEY-UNKNOWN where showing who one is may help, KEY-SCOPE where another key does, PERSON-NEEDED where
       * two people are asked for and a key is nobody's, else ACCESS-REFUSED.
       */
      readonly code: 'KEY-UNKNOWN' | 'KEY-SCOPE' | 'PERSON-NEEDED' | 'ACCESS-REFUSED';
      readonly reason: Bilingual;
      readonly remedy: Bilingual;
    };

/** Whether somebody may do it, by the table. Types let in only what the table has; anything else is refused all the same. */
export function mayDo<Resource extends Access['resource']>(
  standing: Standing,
  resource: Resource,
  action: Extract<Access, { resource: Resource }>['action'],
): Verdict {
  const row = rowOf({ resource, action });
  const scope = row && scopeFor(standing, row);
  if (scope !== undefined) return { allowed: true, scope };
  const { role } = standing;
  if (row?.may[role] !== undefined && isBeyond(standing, row)) return beyondScope(row);
  if (row && isNobodys(standing, row) && scopeFor({ ...standing, accountId: 'somebody' }, row) !== undefined)
    return personNeeded(row);
  return role === 'nobody' || role === 'visitor'
    ? unknown(row?.shownBy.includes('session') ?? false)
    : refused(row ? namesOfAllowed(row) : []);
}

/** With whose things somebody may do what a word elsewhere names; undefined where not at all, or where there is no such row. */
export function scopeOf(
  standing: Standing,
  access: { readonly resource: string; readonly action: string },
): Scope | undefined {
  const row = rowOf(access);
  return row && scopeFor(standing, row);
}

/** With whose things a row lets somebody do it; undefined where it does not. */
function scopeFor(standing: Standing, row: PolicyRow): Scope | undefined {
  const { role, member, agency } = standing;
  const scope = row.may[role];
  // What anyone may have asks nobody for a right.
  if (scope === undefined || scope === 'public') return scope;
  if (isBeyond(standing, row) || isNobodys(standing, row)) return undefined;
  // A key is limited by an administrator of its enterprise, and may what it was given, also what only they may.
  const right = member ?? (standing.keyScopes ? 'administrator' : rightOfKeys);
  if (role === 'enterprise' && !isEnough(right, leastRight(row))) return undefined;
  const ofAgency = row.officersOf === undefined || (agency !== undefined && row.officersOf.includes(agency));
  return role === 'officer' && !ofAgency ? undefined : scope;
}

/** Whether a key that is limited is not given this. Every session may see whose it is. */
function isBeyond({ keyScopes: given }: Standing, row: PolicyRow): boolean {
  return given !== undefined && row.resource !== 'session' && !given.includes(keyScopeOf(row));
}

/**
 * Whether somebody has to be known for what it is and is not. The first half an enterprise does is judged by people of the
 * house: nobody of it can be both.
 */
function isNobodys({ role, accountId, ownerId }: Standing, row: PolicyRow): boolean {
  if (accountId !== undefined) return false;
  return row.byPersons === true || (row.answeredFor === true && role === 'operator' && ownerId === undefined);
}

/** Texts of a key where two people are asked for. */
function personNeeded({ byPersons }: PolicyRow): Verdict {
  return {
    allowed: false,
    code: 'PERSON-NEEDED',
    reason: {
      zh: '此事须由本人或两人分别办理，密钥不代表任何人',
      en: 'This takes a person, or two of them, and a key is nobody’s',
    },
    remedy: byPersons
      ? { zh: '请用本人账号登录后办理', en: 'sign in with an account of your own' }
      : {
          zh: '请用本人账号登录后办理，或使用有负责人的密钥（chama keys create --owner）',
          en: 'sign in with an account of your own, or use a key somebody answers for (chama keys create --owner)',
        },
  };
}

/** Texts of a key that is not given this. */
function beyondScope(row: PolicyRow): Verdict {
  const scope = keyScopeOf(row);
  const { zh, en } = keyScopes[scope];
  return {
    allowed: false,
    code: 'KEY-SCOPE',
    reason: { zh: `此密钥没有“${zh}”权限（${scope}）`, en: `This key lacks the scope ${scope} (${en})` },
    remedy: { zh: '请使用有此权限的密钥，或新建一个', en: 'use a key that has it, or make one' },
  };
}

/** Who may, with the agency or the right that it takes. */
function namesOfAllowed(row: PolicyRow): Bilingual[] {
  return Object.entries(roles).flatMap(([role, { name }]) => {
    if (row.may[role as Role] === undefined) return [];
    const narrowed: readonly Bilingual[] =
      role === 'officer'
        ? (row.officersOf ?? []).map((agency) => agencies[agency])
        : role === 'enterprise' && leastRight(row) !== 'reader'
          ? [rights[leastRight(row)]]
          : [];
    if (narrowed.length === 0) return [name];
    const list = { zh: narrowed.map(({ zh }) => zh), en: narrowed.map(({ en }) => en) };
    return [{ zh: `${name.zh}（${list.zh.join('、')}）`, en: `${name.en} (${list.en.join(', ')})` }];
  });
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
    remedy: { zh: '请使用具备该角色的密钥或账号', en: 'use a key or an account of such a role' },
  };
}

/** Everything somebody may do who is known by a session or by nothing, as a browser is: what the portal may offer. */
export function allowedInBrowser(standing: Standing): { resource: string; action: string; scope: Scope }[] {
  return policy.flatMap((row) => {
    const byKeyAlone = !(row.shownBy as readonly string[]).includes('session') && row.shownBy.length > 0;
    const scope = scopeFor(standing, row);
    return scope === undefined || byKeyAlone ? [] : [{ resource: row.resource, action: row.action, scope }];
  });
}
