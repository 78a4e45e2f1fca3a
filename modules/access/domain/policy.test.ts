import { describe, expect, test } from 'vitest';
import type { Agency } from './agencies.ts';
import { type KeyScope, keyScopeNames } from './key-scopes.ts';
import { allowedInBrowser, mayDo } from './may-do.ts';
import { keyScopeOf, type PolicyRow, policy, rowOf } from './policy.ts';
import type { Right } from './rights.ts';
import { type Role, roles } from './roles.ts';

const everyRole = Object.keys(roles) as Role[];

describe('the table of who may do what', () => {
  test('has one row for a resource and an action, each in both languages, with a source', () => {
    const names = policy.map(({ resource, action }) => `${resource} ${action}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { what, source } of policy) {
      expect(what.zh).toMatch(/\p{Script=Han}/u);
      expect(what.en).toMatch(/^[a-z]/i);
      expect(source).toMatch(/R-\d+\.\d+|standard §|\(D\)/);
    }
  });

  test('has every row a key may be used for in one scope, and in every scope a row', () => {
    const rows = (policy as readonly PolicyRow[]).filter(
      ({ may, shownBy }) => may.enterprise === 'own' && shownBy.includes('key'),
    );
    expect(new Set(rows.map(keyScopeOf))).toEqual(new Set(keyScopeNames));
  });

  test('lets nobody unknown do what needs a key or a session, but see that there is none', () => {
    for (const { resource, action, shownBy, may } of policy as readonly PolicyRow[]) {
      const open = 'nobody' in may;
      if (shownBy.length > 0 && resource !== 'session')
        expect([resource, action, open]).toEqual([resource, action, false]);
      if (shownBy.length === 0) expect(Object.values(may)).toEqual(everyRole.map(() => 'public'));
    }
  });

  test('gives the things of the zone to those who work for it, and in demonstrations to visitors, never to an enterprise or a consumer', () => {
    const zone = policy.flatMap(({ may }) => Object.entries(may).filter(([, scope]) => scope === 'zone'));
    expect(new Set(zone.map(([role]) => role))).toEqual(
      new Set([
        ...['operator', 'visitor', 'officer'],
        ...['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
      ]),
    );
    const visitors = policy.filter(({ may }) => 'visitor' in may && may.visitor === 'zone');
    expect(visitors.map(({ resource, action }) => `${resource} ${action}`)).toEqual(['lists read']);
  });

  test('names the agencies whose officers see the zone: each has a purpose of its own', () => {
    for (const { resource, action, may, officersOf } of policy as readonly PolicyRow[])
      if (may.officer === 'zone') expect([resource, action, officersOf?.length ?? 0]).not.toContain(0);
  });

  test('lets the audit administrator change nothing but what is its own', () => {
    for (const { resource, action, may, shownBy } of policy as readonly PolicyRow[])
      if (may.auditAdministrator === 'zone' && shownBy.length > 0)
        expect([resource, action]).toEqual([resource, expect.stringMatching(/^read/)]);
  });

  test('lets a newcomer do nothing but make the account its own', () => {
    const may = (policy as readonly PolicyRow[]).filter(
      ({ may, shownBy }) => may.newcomer !== undefined && shownBy.length > 0,
    );
    expect(may.map(({ resource, action }) => `${resource} ${action}`)).toEqual([
      ...['session read', 'account read', 'account secure'],
    ]);
  });

  test('lets a visitor change nothing that is somebody’s', () => {
    const open = policy.filter(({ may }) => 'visitor' in may && may.visitor !== 'public');
    expect(open.every(({ action }) => action === 'read')).toBe(true);
  });

  test('shows personal data in full to the enterprise they belong to alone', () => {
    expect(rowOf({ resource: 'payment-records', action: 'read-in-full' })?.may).toEqual({
      enterprise: 'own',
    });
  });
});

describe('a verdict', () => {
  test('names whose things, or says in both languages who may and what helps', () => {
    expect(mayDo({ role: 'enterprise' }, 'lists', 'read')).toEqual({ allowed: true, scope: 'own' });
    expect(mayDo({ role: 'operator' }, 'messages', 'hand-in')).toEqual({
      ...{ allowed: false, code: 'ACCESS-REFUSED' },
      reason: { zh: '此操作只供以下角色使用：企业（经办）', en: 'This is only for: enterprise (clerk)' },
      remedy: { zh: '请使用具备该角色的密钥或账号', en: 'use a key or an account of such a role' },
    });
    expect(mayDo({ role: 'nobody' }, 'messages', 'hand-in')).toMatchObject({
      allowed: false,
      code: 'KEY-UNKNOWN',
    });
  });

  test('of a member of an enterprise goes by the right it was given; a key does what a clerk does', () => {
    const manage = (member?: Right) => mayDo({ role: 'enterprise', member }, 'webhooks', 'manage').allowed;
    expect([manage('reader'), manage('clerk'), manage('administrator'), manage()]).toEqual([
      ...[false, true, true, true],
    ]);
    expect(mayDo({ role: 'enterprise', member: 'reader' }, 'lists', 'read')).toMatchObject({ scope: 'own' });
  });

  test('of a key that is limited goes by its scopes, and says which one it lacks', () => {
    const by = (...given: KeyScope[]) => ({ role: 'enterprise', keyScopes: given }) as const;
    expect(mayDo(by('hand-in'), 'messages', 'hand-in')).toMatchObject({ scope: 'own' });
    expect(mayDo(by('receipts', 'read'), 'messages', 'hand-in')).toMatchObject({
      ...{ allowed: false, code: 'KEY-SCOPE' },
      reason: { en: 'This key lacks the scope hand-in (hand in messages and raw payment data)' },
    });
    // Not what its role may not either, whatever it was given.
    expect(mayDo(by(...keyScopeNames), 'links', 'read')).toMatchObject({ code: 'ACCESS-REFUSED' });
    // What an administrator decides takes the scope: no key has it by itself.
    expect(mayDo({ role: 'enterprise' }, 'keys', 'make')).toMatchObject({ code: 'ACCESS-REFUSED' });
    expect(mayDo(by('keys'), 'keys', 'make')).toMatchObject({ scope: 'own' });
    expect(mayDo(by('hand-in'), 'session', 'read')).toMatchObject({ scope: 'own' });
  });

  test('of what takes two people is refused to keys that are nobody’s, and says who may', () => {
    const ownerless = { role: 'operator' } as const;
    const person = '11111111-0000-4000-8000-000000000001';
    expect(mayDo(ownerless, 'guarantees', 'propose')).toMatchObject({
      ...{ allowed: false, code: 'PERSON-NEEDED' },
      remedy: { en: expect.stringContaining('--owner') },
    });
    expect(mayDo({ ...ownerless, ownerId: person }, 'guarantees', 'propose')).toMatchObject({
      scope: 'zone',
    });
    expect(mayDo({ ...ownerless, accountId: person }, 'guarantees', 'propose')).toMatchObject({
      scope: 'zone',
    });
    // The second half takes the person itself, whoever answers for the key.
    expect(mayDo({ ...ownerless, ownerId: person }, 'guarantees', 'confirm')).toMatchObject({
      code: 'PERSON-NEEDED',
    });
    // An enterprise has no second half: people of the house decide.
    expect(mayDo({ role: 'enterprise' }, 'guarantees', 'propose')).toMatchObject({ scope: 'own' });
    expect(mayDo({ role: 'enterprise' }, 'guarantees', 'confirm')).toMatchObject({ code: 'ACCESS-REFUSED' });
  });

  test('of an officer goes by the agency it works for', () => {
    const lists = (agency: Agency) => mayDo({ role: 'officer', agency }, 'lists', 'read');
    expect(lists('customs')).toEqual({ allowed: true, scope: 'zone' });
    expect(lists('tax')).toMatchObject({
      code: 'ACCESS-REFUSED',
      reason: { en: expect.stringContaining('officer (customs)') },
    });
  });

  test('on what the table does not have is a refusal, whoever asks', () => {
    for (const role of everyRole)
      expect(mayDo({ role }, 'lists', 'burn' as never), role).toMatchObject({ allowed: false });
  });
});

test('a browser is offered what a session may do, and nothing that needs a key', () => {
  const names = (role: Role) =>
    allowedInBrowser({ role }).map(({ resource, action }) => `${resource} ${action}`);
  expect(names('enterprise')).toEqual(expect.arrayContaining(['lists read', 'payment-records read-in-full']));
  expect(names('enterprise')).not.toContain('messages hand-in');
  expect(names('operator')).toContain('links replay');
  expect(names('nobody')).not.toContain('lists read');
});
