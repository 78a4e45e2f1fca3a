import { randomBytes } from 'node:crypto';
import { type AccountRole, type Agency, needsSecondFactor, type Right } from '#access';
import { base32, demoAccount, type EnteringPorts, fromBase32 } from '../../modules/access/wiring.ts';
import type { Zone } from './zone.ts';

/** How somebody of the demonstration signs in; made up anew in every installation. */
export interface DemoLogin {
  readonly password: string;
  /** Base32; only where the role needs a second factor. */
  readonly totpSecret?: string;
}

/** Where they are kept between starts. */
export interface LoginStore {
  read(): Promise<Map<string, DemoLogin>>;
  add(logins: ReadonlyMap<string, DemoLogin>): Promise<void>;
}

/** Somebody of the demonstration; every kind of user is there. */
export interface DemoPerson {
  readonly login: string;
  readonly displayName: string;
  readonly role: AccountRole;
  readonly customsCode?: string | undefined;
  readonly member?: Right;
  readonly agency?: Agency;
  readonly office?: string;
  readonly staffNumber?: string;
}

/** The people who sign in to the demo zone. */
export function demoPeople(zone: Zone): readonly DemoPerson[] {
  const staff = (
    login: string,
    displayName: string,
    customsCode: string | undefined,
    member: Right,
  ): DemoPerson => ({
    ...{ login, displayName, role: 'enterprise', customsCode, member },
  });
  const officer = (agency: Agency, displayName: string): DemoPerson => ({
    ...{ login: agency, displayName, role: 'officer', agency, office: '8601', staffNumber: `DEMO-${agency}` },
  });
  const customsAt = (office: string, login: string, displayName: string): DemoPerson => ({
    ...{ login, displayName, role: 'officer', agency: 'customs', office, staffNumber: `DEMO-${login}` },
  });
  const works = (login: string, displayName: string, role: AccountRole): DemoPerson => ({
    ...{ login, displayName, role, staffNumber: `DEMO-${login}` },
  });
  return [
    staff('platform', '平台 李茶', zone.platforms[0]?.customsCode, 'administrator'),
    staff('platform-clerk', '平台经办 张叶', zone.platforms[0]?.customsCode, 'clerk'),
    staff('platform-reader', '平台查阅 赵芽', zone.platforms[0]?.customsCode, 'reader'),
    staff('seller', '卖家 王云', zone.sellers[0]?.customsCode, 'administrator'),
    staff('broker', '报关 陈马', zone.brokers[0]?.customsCode, 'administrator'),
    staff('carrier', '物流 周驿', zone.carriers[0]?.customsCode, 'administrator'),
    staff('payer', '支付 吴银', zone.paymentFirms[0]?.customsCode, 'administrator'),
    officer('customs', '海关 关守'),
    customsAt('8620', 'airport-customs', '机场海关 迎航'),
    customsAt('8628', 'zone-customs', '综保区海关 守关'),
    // Inspections take two officers of customs; at the district, she works for every office.
    {
      ...{ login: 'customs-second', displayName: '海关 关锋', role: 'officer', agency: 'customs' },
      ...{ office: '8600', staffNumber: 'DEMO-customs-second' },
    },
    officer('tax', '税务 税明'),
    officer('market', '市场监管 方正'),
    officer('commerce', '商务 商通'),
    officer('public-security', '公安 安平'),
    officer('post', '邮政 邮达'),
    officer('forex', '外汇 汇清'),
    works('operator', '运营 林园', 'operator'),
    works('system-admin', '系统管理员 高系', 'systemAdministrator'),
    works('security-admin', '安全管理员 安全', 'securityAdministrator'),
    works('audit-admin', '审计管理员 沈记', 'auditAdministrator'),
    { login: 'consumer', displayName: '消费者 刘买', role: 'consumer' },
  ];
}

/** Makes the accounts of the demonstration, with the factors kept on this machine or new ones. */
export async function demoAccounts(
  ports: EnteringPorts,
  zone: Zone,
  store: LoginStore,
): Promise<ReadonlyMap<DemoPerson, DemoLogin & { readonly accountId: string }>> {
  const kept = await store.read();
  const logins = new Map<DemoPerson, DemoLogin & { readonly accountId: string }>();
  for (const person of demoPeople(zone)) {
    const login = kept.get(person.login) ?? newLogin(person);
    const totpSecret = login.totpSecret === undefined ? undefined : Buffer.from(fromBase32(login.totpSecret));
    const accountId = await demoAccount(ports, person, { password: login.password, totpSecret });
    logins.set(person, { ...login, accountId });
  }
  await store.add(new Map([...logins].map(([{ login }, { accountId: _, ...how }]) => [login, how])));
  return logins;
}

function newLogin({ role }: DemoPerson): DemoLogin {
  const password = randomBytes(12).toString('base64url');
  return needsSecondFactor(role) ? { password, totpSecret: base32(randomBytes(20)) } : { password };
}
