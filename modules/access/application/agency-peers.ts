import { createRemoteJWKSet, type JWTPayload, jwtVerify, customFetch as keysFetch } from 'jose';
import * as oidc from 'openid-client';
import { type Networks, type OutboundFetch, outboundFetch, PermittedNames } from '#outbound';
import type { AccessParameters } from '../domain/parameters.ts';
import type { KeptProvider } from '../storage/providers.ts';

/** The provider was not reached, or could not answer: nobody's mistake here. */
class Unreachable extends Error {}

/** Signatures that are taken: none by a shared secret, and never none. */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** A key that is not known is looked for again after so long (D): who makes key names up must not have us ask all day. */
const keysPauseMs = 5_000;
/** What a provider said of itself is believed for so long where it cannot be asked again (D). */
const longestMs = 86_400_000;

interface Known {
  readonly of: string;
  readonly config: oidc.Configuration;
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
  readonly at: number;
}

export interface PeerPorts {
  readonly now: () => Date;
  readonly parameters: () => Pick<AccessParameters, 'agencies'>;
  readonly networks: Networks;
  readonly open: (sealed: Buffer, id: string) => Buffer;
}

/** Where somebody is on the way, and what is to come back. */
export interface Way {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The providers as they are asked: what each says of itself is kept for a while, and its keys. */
export class AgencyPeers {
  readonly #ports: PeerPorts;
  readonly #fetch: OutboundFetch;
  readonly #known = new Map<string, Known>();

  constructor(ports: PeerPorts) {
    this.#ports = ports;
    const ask = outboundFetch(ports.networks);
    this.#fetch = async (address, options) => {
      const response = await ask(address, options).catch((cause: Error & { code?: unknown }) => {
        throw new Unreachable(String(cause.code ?? cause.message), { cause });
      });
      if (response.status >= 500) throw new Unreachable(`HTTP ${response.status}`);
      return response;
    };
  }

  /** Whether an issuer may be asked, as far as its address tells. */
  mayAsk(issuer: string): boolean {
    const url = URL.parse(issuer);
    return url !== null && new PermittedNames(this.#ports.networks).verdict(url) === 'good';
  }

  /** Where a browser goes to sign in there. */
  async addressFor(provider: KeptProvider, { redirectUri, state, nonce, verifier }: Way): Promise<string> {
    const { config } = await this.#look(provider);
    const { scopes, twoFactors } = provider.settings;
    return oidc.buildAuthorizationUrl(config, {
      ...{ redirect_uri: redirectUri, scope: scopes.join(' '), state, nonce },
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(twoFactors.acr.length > 0 ? { acr_values: twoFactors.acr.join(' ') } : {}),
    }).href;
  }

  /**
   * Takes the answer a browser has brought: the code for an ID token, which has to be this provider's, for us, of this very
   * way, signed by a key it has now, and of now.
   */
  async claimsOf(
    provider: KeptProvider,
    way: Way,
    answer: Readonly<Record<string, string>>,
  ): Promise<JWTPayload> {
    const { config } = await this.#look(provider);
    const back = new URL(way.redirectUri);
    for (const [name, value] of Object.entries({ ...answer, state: way.state }))
      back.searchParams.set(name, value);
    const tokens = await oidc.authorizationCodeGrant(config, back, {
      ...{ expectedState: way.state, expectedNonce: way.nonce, pkceCodeVerifier: way.verifier },
      idTokenExpected: true,
    });
    const claims = await this.verified(provider, tokens.id_token ?? '');
    if (typeof claims.sub !== 'string' || claims.sub === '') throw new Error('no subject');
    if (!provider.settings.userInfo) return claims;
    const more = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
    return { ...more, ...claims };
  }

  /** The content of a token of this provider for us. Throws for any other. */
  async verified(provider: KeptProvider, token: string, maxTokenAge?: number): Promise<JWTPayload> {
    const { keys } = await this.#look(provider);
    const { payload } = await jwtVerify(token, keys, {
      ...{ issuer: provider.issuer, audience: provider.clientId, algorithms, currentDate: this.#ports.now() },
      clockTolerance: this.#ports.parameters().agencies.clockSkewMs / 1000,
      requiredClaims: ['iat'],
      ...(maxTokenAge === undefined ? {} : { maxTokenAge }),
    });
    const known = [provider.clientId, ...provider.settings.audiences];
    if (![payload.aud ?? []].flat().every((one) => known.includes(one))) throw new Error('audience');
    return payload;
  }

  /** Where a browser goes to sign out there as well; undefined where it cannot. */
  async endOfSession(provider: KeptProvider, redirectUri: string): Promise<string | undefined> {
    const { config } = await this.#look(provider);
    if (!config.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: redirectUri }).href;
  }

  /** What it says of itself, asked anew. */
  async metadata(provider: KeptProvider): Promise<oidc.ServerMetadata> {
    this.#known.delete(provider.providerId);
    return (await this.#look(provider)).config.serverMetadata();
  }

  /** How many keys it signs with at present. */
  async countKeys({ jwks_uri: address }: oidc.ServerMetadata): Promise<number> {
    if (!address) return 0;
    const answer = (await (await this.#fetch(address)).json()) as { readonly keys?: readonly unknown[] };
    return Array.isArray(answer.keys) ? answer.keys.length : 0;
  }

  /** What it says to a code nobody has: `invalid_grant` where it knows us by our secret. */
  async saysToNoCode(provider: KeptProvider, way: Way): Promise<string> {
    const { config } = await this.#look(provider);
    const back = new URL(way.redirectUri);
    back.search = new URLSearchParams({ code: way.nonce, state: way.state, iss: provider.issuer }).toString();
    try {
      await oidc.authorizationCodeGrant(config, back, {
        expectedState: way.state,
        pkceCodeVerifier: way.verifier,
      });
      return 'taken';
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError)
        return error instanceof oidc.ResponseBodyError ? error.error : 'invalid_client';
      throw error;
    }
  }

  async #look(provider: KeptProvider): Promise<Known> {
    const { providerId, changedAt, issuer } = provider;
    const now = this.#ports.now().getTime();
    const of = `${issuer} ${changedAt.getTime()}`;
    const known = this.#known.get(providerId);
    const age = known?.of === of ? now - known.at : Number.POSITIVE_INFINITY;
    if (known && age < this.#ports.parameters().agencies.metadataMs) return known;
    try {
      const found = await this.#ask(provider, of, now);
      this.#known.set(providerId, found);
      return found;
    } catch (error) {
      if (known && age < longestMs) return known;
      throw error;
    }
  }

  async #ask(provider: KeptProvider, of: string, at: number): Promise<Known> {
    const { issuer, clientId, providerId, sealedSecret } = provider;
    const secret = this.#ports.open(sealedSecret, providerId).toString();
    const plain = issuer.startsWith('http:');
    const config = await oidc.discovery(new URL(issuer), clientId, this.#ours(), clientAuth(secret), {
      [oidc.customFetch]: this.#fetch,
      // Only where addresses of this machine are permitted does plain HTTP go out at all.
      execute: plain ? [oidc.allowInsecureRequests] : [],
    });
    const { jwks_uri: address } = config.serverMetadata();
    if (!address) throw new Error('no jwks_uri');
    const keys = createRemoteJWKSet(new URL(address), {
      ...{ cooldownDuration: keysPauseMs, [keysFetch]: this.#fetch },
    });
    return { of, config, keys, at };
  }

  #ours(): Partial<oidc.ClientMetadata> {
    return { [oidc.clockTolerance]: this.#ports.parameters().agencies.clockSkewMs / 1000 };
  }
}

/** In the header where the provider takes that, as it must unless it says otherwise; else in the body. */
function clientAuth(secret: string): oidc.ClientAuth {
  const basic = oidc.ClientSecretBasic(secret);
  const post = oidc.ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported;
    const way = !taken || taken.includes('client_secret_basic') ? basic : post;
    return way(server, client, body, headers);
  };
}

/** Why an answer was not taken, in a word for the record; and whether the provider could be asked at all. */
export function whyNot(error: unknown): {
  readonly kind: 'declined' | 'unreachable' | 'wrong';
  readonly reason: string;
} {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof Unreachable) return { kind: 'unreachable', reason: one.message.slice(0, 200) };
  if (error instanceof oidc.AuthorizationResponseError)
    return { kind: 'declined', reason: error.error.slice(0, 200) };
  if (error instanceof oidc.ResponseBodyError) return { kind: 'wrong', reason: error.error.slice(0, 200) };
  const { code, message } = error as { code?: unknown; message?: unknown };
  return { kind: 'wrong', reason: String(code ?? message).slice(0, 200) };
}
