import { expect } from 'vitest';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type SignedIn, signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { Agency, AgencyBrowser, clientId, clientSecret, type Person } from './peer.ts';

/** Where people reach the platform of the tests, unless they do so by the address it has on this machine. */
export const site = 'https://zone.example.cn';

/** What is set of the agency of the tests. */
export const settings = {
  name: { zh: '昆明海关', en: 'Kunming customs' },
  scopes: ['openid', 'officer'],
  userInfo: false,
  claims: { office: 'office', officer: 'staff', name: 'name', right: { claim: 'rights', value: 'chama' } },
  agencies: { '*': 'customs' },
  twoFactors: { acr: [], amr: ['otp', 'hwk'] },
  audiences: [],
};

/** A platform, an agency that signs its officers in, and the two administrators who let it. */
export class Stand {
  /** How far the clock of the platform is ahead of the agency's. */
  aheadMs = 0;
  readonly rented: TestDatabase;
  readonly agency: Agency;
  server!: RunningServer;
  security!: SignedIn;
  system!: SignedIn;
  providerId = '';
  /** Where people reach the platform. */
  site: string = site;
  #people = 0;

  private constructor(rented: TestDatabase, agency: Agency) {
    this.rented = rented;
    this.agency = agency;
  }

  /** @param where whether people come by a name, or `here`, as a browser on this machine does */
  static async open(where: 'name' | 'here' = 'name'): Promise<Stand> {
    const stand = new Stand(await testDatabase(), await Agency.open(site));
    const { database } = stand.rented;
    stand.server = await startServer({
      ...{ database, port: 0, agencyNetworks: ['loopback'] },
      publicUrl: where === 'name' ? site : undefined,
      now: () => new Date(Date.now() + stand.aheadMs),
    });
    stand.security = await signedInAs(database, { role: 'securityAdministrator' });
    stand.system = await signedInAs(database, { role: 'systemAdministrator' });
    const wish = { shortName: 'kmg', issuer: stand.agency.issuer, clientId, clientSecret, settings };
    const made = await stand.as(stand.security, 'POST', '/api/agency-providers', wish);
    expect(made.status).toBe(201);
    stand.providerId = made.json.providerId;
    if (where === 'here') stand.site = stand.server.url;
    stand.agency.enterOurs(stand.logoutUrl, stand.site);
    await stand.confirm();
    return stand;
  }

  get logoutUrl(): string {
    return `${this.server.url}/api/agency-sign-in/${this.providerId}/logout`;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.agency.close();
    await this.rented.close();
  }

  /** All as it was before a test. */
  async calm(): Promise<void> {
    this.aheadMs = 0;
    this.agency.twist = undefined;
    this.agency.down = false;
    await this.rented.owner.run('delete from access.attempt');
  }

  async ask(headers: Readonly<Record<string, string>>, method: string, path: string, body?: object) {
    const response = await fetch(`${this.server.url}${path}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const json = text === '' ? {} : JSON.parse(text);
    return {
      status: response.status,
      code: json.code as string | undefined,
      json,
      headers: response.headers,
    };
  }

  as(who: SignedIn, method: string, path: string, body?: object) {
    return this.ask(who.headers, method, path, body);
  }

  /** Lets the provider count as it is now. */
  async confirm(): Promise<void> {
    const { json } = await this.as(this.system, 'GET', '/api/agency-providers');
    const { changedAt } = json.providers[0];
    const path = `/api/agency-providers/${this.providerId}/confirmation`;
    expect((await this.as(this.system, 'POST', path, { changedAt })).status).toBe(200);
  }

  browser(): Browser {
    return new Browser(this);
  }

  /** An officer as the agency says; two factors shown there. */
  officer(more: Partial<Person> = {}): Person {
    this.#people += 1;
    const at = this.#people;
    const told = { office: '8600', staff: `C${at}`, rights: ['chama'], amr: ['otp'] };
    return { sub: `s-${at}`, name: `关员${at}`, ...told, ...more };
  }

  async accountOf(staff: string | undefined) {
    const { json } = await this.as(this.security, 'GET', '/api/accounts?role=officer&limit=200');
    return json.accounts.find((one: { staffNumber: string }) => one.staffNumber === staff);
  }

  /** An officer whose account has been asked for and approved. */
  async known(more: Partial<Person> = {}): Promise<Person> {
    const person = this.officer(more);
    expect((await this.browser().signIn(person)).code).toBe('AGENCY-ACCOUNT-WAITS');
    const { accountId } = await this.accountOf(person.staff);
    const approved = await this.as(this.security, 'POST', `/api/accounts/${accountId}/approval`);
    expect([approved.status, approved.json.password]).toEqual([200, undefined]);
    return person;
  }

  /** The last event of a kind. */
  async eventOf(kind: string) {
    return (await this.as(this.security, 'GET', `/api/account-events?kind=${kind}&limit=1`)).json.events[0];
  }
}

/** A browser on a page of ours, that goes to its agency and comes back. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #there = new AgencyBrowser();
  readonly #stand: Stand;

  constructor(stand: Stand) {
    this.#stand = stand;
  }

  async ask(method: string, path: string, body?: object) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#stand.ask({ cookie, 'sec-fetch-site': 'same-origin' }, method, path, body);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }

  /** What comes back to our page. */
  async away(person: Person): Promise<Record<string, string>> {
    const { agency, providerId } = this.#stand;
    agency.person = person;
    const begun = await this.ask('POST', `/api/agency-sign-in/${providerId}`);
    expect(begun.status, begun.code).toBe(200);
    return Object.fromEntries((await this.#there.follow(begun.json.location, site)).searchParams);
  }

  async signIn(person: Person) {
    return this.ask('POST', '/api/session/agency', await this.away(person));
  }

  async session() {
    return (await this.ask('GET', '/api/session')).json;
  }
}
