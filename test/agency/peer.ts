import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';

/** Somebody an agency signs in, with what it says of them. */
export interface Person {
  readonly sub: string;
  readonly name?: string;
  readonly office?: string;
  readonly staff?: string;
  readonly rights?: readonly string[];
  /** How they showed who they are there. */
  readonly amr?: readonly string[];
}

export const clientId = 'chama';
export const clientSecret = 'a secret of this test alone, long enough';

async function keyNamed(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' };
}

/** An agency's own sign-in: a real OpenID provider in this process, on a port of its own. */
export class Agency {
  readonly issuer: string;
  /** Who signs in there next. */
  person: Person = { sub: 'nobody' };
  /** Makes another ID token of the one that is handed out, signed by the provider's own key unless by another. */
  twist: ((claims: JWTPayload) => { readonly claims: JWTPayload; readonly key?: JWK }) | undefined;
  /** Answers nothing but this, as while it is being mended. */
  down = false;
  readonly #server: Server;
  #ours: { readonly redirectUris: readonly string[]; readonly backChannelUri: string };
  #key!: JWK;
  #provider!: Provider;

  private constructor(server: Server, ours: { redirectUris: readonly string[]; backChannelUri: string }) {
    this.#server = server;
    this.#ours = ours;
    this.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  static async open(site: string): Promise<Agency> {
    const server = createServer((request, response) => void agency.#answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ours = { redirectUris: [`${site}/sign-in/agency`], backChannelUri: `${site}/none` };
    const agency = new Agency(server, ours);
    await agency.rotate();
    return agency;
  }

  /** From now on it signs with another key, and knows nobody's session any more. */
  async rotate(): Promise<void> {
    this.#key = await keyNamed(`key ${Math.random()}`);
    this.enterOurs(this.#ours.backChannelUri);
  }

  /** Enters where we want to be told who has signed out. */
  enterOurs(backChannelUri: string, site?: string): void {
    if (site !== undefined) this.#ours = { redirectUris: [`${site}/sign-in/agency`], backChannelUri };
    const of = (name: keyof Person) => this.person[name];
    this.#provider = new Provider(this.issuer, {
      clients: [
        {
          ...{ client_id: clientId, client_secret: clientSecret, redirect_uris: this.#ours.redirectUris },
          ...{ backchannel_logout_uri: backChannelUri, backchannel_logout_session_required: true },
          post_logout_redirect_uris: this.#ours.redirectUris.map((one) => one.replace(/\/agency$/, '')),
        },
      ],
      jwks: { keys: [this.#key] },
      cookies: { keys: ['cookies of this test'] },
      claims: { openid: ['sub'], officer: ['name', 'office', 'staff', 'rights', 'amr'], sid: null },
      scopes: ['openid', 'officer'],
      conformIdTokenClaims: false,
      // Its own refuses addresses of this machine.
      fetch: (address: string, { method, headers, body }: RequestInit) =>
        fetch(address, {
          ...(method ? { method } : {}),
          ...(headers ? { headers } : {}),
          ...(body ? { body } : {}),
        }),
      ttl: {
        AuthorizationCode: 60,
        IdToken: 120,
        Session: 3_600,
        Interaction: 600,
        Grant: 600,
        AccessToken: 60,
      },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_ctx: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({
          sub,
          name: of('name'),
          office: of('office'),
          staff: of('staff'),
          rights: of('rights'),
        }),
      }),
      loadExistingGrant: async (ctx: {
        oidc: { provider: Provider; session: { accountId: string }; client: { clientId: string } };
      }) => {
        const { provider, session, client } = ctx.oidc;
        const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid officer');
        await grant.save();
        return grant;
      },
    });
  }

  /** Tells us that somebody has signed out there. */
  async tellSignedOut(sub: string, sid: string): Promise<void> {
    await (await this.#provider.Client.find(clientId)).backchannelLogout(sub, sid);
  }

  /** A token signed by the provider's own key. */
  sign(claims: JWTPayload, header: object = {}, key = this.#key): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid ?? '', ...header }).sign(key);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.down) {
      response.writeHead(503).end();
      return;
    }
    if (request.url?.startsWith('/interaction/')) {
      const { sub, amr } = this.person;
      await this.#provider.interactionFinished(request, response, { login: { accountId: sub, amr } });
      return;
    }
    if (request.url === '/token' && this.twist) this.#twisted(response, this.twist);
    this.#provider.callback()(request, response);
  }

  /** Has the answer go out with another ID token. */
  #twisted(response: ServerResponse, twist: NonNullable<Agency['twist']>): void {
    const end = response.end.bind(response) as (body: string) => ServerResponse;
    const changed = async (body: string): Promise<void> => {
      const answer = JSON.parse(body) as { id_token?: string };
      if (answer.id_token !== undefined) {
        const { claims, key } = twist(decodeJwt(answer.id_token));
        answer.id_token = await this.sign(claims, {}, key ? { ...key, kid: this.#key.kid ?? '' } : this.#key);
      }
      const text = JSON.stringify(answer);
      response.setHeader('content-length', Buffer.byteLength(text));
      end(text);
    };
    response.end = ((body: unknown) => {
      void changed(String(body));
      return response;
    }) as ServerResponse['end'];
  }
}

/** Somebody's browser at an agency: follows where it is sent, until it is sent back to us. */
export class AgencyBrowser {
  readonly #cookies = new Map<string, string>();

  /** @returns the address of ours it ends at */
  async follow(address: string, until: string): Promise<URL> {
    let at = address;
    for (let steps = 0; steps < 10; steps += 1) {
      if (at.startsWith(until)) return new URL(at);
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.#cookies.set(name, value);
      }
      const next = response.headers.get('location');
      if (!next) throw new Error(`${response.status} at ${at}: ${(await response.text()).slice(0, 500)}`);
      at = new URL(next, at).href;
    }
    throw new Error(`It is sent on and on, last to ${at}`);
  }
}

/** A key nobody has heard of. */
export const strangeKey = (): Promise<JWK> => keyNamed('a key nobody has heard of');
