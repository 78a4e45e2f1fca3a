import { z } from 'zod';
import {
  accessTo,
  accountNames,
  callerOf,
  enterpriseOf,
  keyScopeNames,
  keyScopeOf,
  keyScopes,
  type PolicyRow,
  partyOf,
  policy,
} from '#access';
import { answer, type Http, problems } from '#http';
import { type ApiKey, endKey, type KeyPorts, keysOf, makeKey, rotateKey } from '../application/key-making.ts';
import { prefixOf } from '../application/keys.ts';
import { keyState } from '../domain/key-life.ts';
import {
  type ApiKeyView,
  type KeysPage,
  keyParams,
  keysPage,
  keysQuery,
  madeKey,
  newKey,
  rotatedKey,
  rotation,
  wholeParty,
} from './key-schemas.ts';

const described = { tags: ['keys'], security: [{ apiKey: [] }, { session: [] }] };

/** Keys of the caller's enterprise. */
export function keyRoutes(app: Http, ports: KeyPorts): void {
  reading(app, ports);
  making(app, ports);
  rotating(app, ports);
  revoking(app, ports);
}

function reading(app: Http, ports: KeyPorts): void {
  app.get(
    '/api/keys',
    {
      config: accessTo('keys', 'read'),
      schema: {
        ...described,
        operationId: 'listKeys',
        summary: 'API keys of an enterprise, and what keys can be limited to',
        querystring: keysQuery,
        response: {
          200: answer('All of them, the oldest first.', keysPage),
          ...problems(400, 401, 403, 503),
        },
      },
    },
    async (request): Promise<KeysPage> => {
      const party = wholeParty(partyOf(request) ?? request.query.enterprise);
      const { lifetimeDays, longestDays, overlapDays } = ports.parameters();
      const keys = await viewsOf(ports, await keysOf(ports, party));
      return { keys, scopes: offered, lifetimeDays, longestDays, overlapDays };
    },
  );
}

function making(app: Http, ports: KeyPorts): void {
  app.post(
    '/api/keys',
    {
      config: accessTo('keys', 'make'),
      schema: {
        ...described,
        operationId: 'makeKey',
        summary: 'Make an API key for a program',
        description:
          'By an administrator of the enterprise, or with a key that has the scope `keys`; such a key gives no scope it lacks. ' +
          'The token is shown in this answer only: what is kept is a digest of it.',
        body: newKey,
        response: {
          201: answer('Made; the token is not shown again.', madeKey),
          ...problems(400, 401, 403, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { key, token } = await makeKey(ports, enterpriseOf(request), request.body);
      void reply.code(201).header('cache-control', 'no-store');
      return { ...(await viewOf(ports, key)), token };
    },
  );
}

function rotating(app: Http, ports: KeyPorts): void {
  app.post(
    '/api/keys/:keyId/rotate',
    {
      config: accessTo('keys', 'make'),
      schema: {
        ...described,
        operationId: 'rotateKey',
        summary: 'Let a new key take over from one',
        description:
          'With the same scopes, for as long again. The former works on beside it, then ends by itself.',
        params: keyParams,
        body: rotation,
        response: {
          200: answer('The new key; its token is not shown again.', rotatedKey),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const { overlapDays } = request.body;
      const caller = enterpriseOf(request);
      const { key, token, formerUntil } = await rotateKey(ports, caller, request.params.keyId, overlapDays);
      void reply.header('cache-control', 'no-store');
      return { ...(await viewOf(ports, key)), token, formerUntil: formerUntil.toISOString() };
    },
  );
}

function revoking(app: Http, ports: KeyPorts): void {
  app.delete(
    '/api/keys/:keyId',
    {
      config: accessTo('keys', 'revoke'),
      schema: {
        ...described,
        operationId: 'revokeKey',
        summary: 'Revoke an API key; it works no more within five seconds',
        params: keyParams,
        response: { 204: z.null().meta({ description: 'Revoked.' }), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      await endKey(ports, callerOf(request), partyOf(request), request.params.keyId);
      return reply.code(204).send(null);
    },
  );
}

const timeAs = <Name extends string>(name: Name, at: Date | null) =>
  (at === null ? {} : { [name]: at.toISOString() }) as { [Key in Name]?: string };

async function viewsOf({ database, now }: KeyPorts, keys: readonly ApiKey[]): Promise<ApiKeyView[]> {
  const owners = await accountNames(
    database.readers,
    keys.flatMap(({ ownerId }) => ownerId ?? []),
  );
  return keys.map((key) => {
    const owner = key.ownerId === null ? undefined : owners.get(key.ownerId);
    return {
      ...bareView(key, now()),
      ...(key.ownerId !== null && owner
        ? { owner: { accountId: key.ownerId, login: owner.login, name: owner.displayName } }
        : {}),
    };
  });
}

async function viewOf(ports: KeyPorts, key: ApiKey): Promise<ApiKeyView> {
  const [view] = await viewsOf(ports, [key]);
  return view ?? bareView(key, ports.now());
}

function bareView(key: ApiKey, now: Date): ApiKeyView {
  const { keyId, label, scopes, scope, createdAt, madeBy, expiresAt, lastUsedAt, replacedBy, revokedAt } =
    key;
  return {
    ...{ keyId, prefix: prefixOf(keyId), label },
    ...(scopes === null ? {} : { scopes: [...scopes] }),
    ...{ operator: scope === 'operator', state: keyState(key, now), madeAt: createdAt.toISOString() },
    ...(madeBy === null ? {} : { madeBy }),
    ...timeAs('expiresAt', expiresAt),
    ...timeAs('lastUsedAt', lastUsedAt),
    ...(replacedBy === null ? {} : { replacedBy }),
    ...timeAs('revokedAt', revokedAt),
  };
}

/** What a key can be limited to, with the rows of the table that are in each. */
const offered: KeysPage['scopes'] = keyScopeNames.map((scope) => ({
  ...{ scope, text: keyScopes[scope] },
  covers: (policy as readonly PolicyRow[])
    .filter((row) => row.may.enterprise === 'own' && row.shownBy.includes('key') && keyScopeOf(row) === scope)
    .map(({ resource, action, what }) => ({ resource, action, what })),
}));
