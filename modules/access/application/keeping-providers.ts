import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import type { Queryable } from '#postgres';
import { faultOfProvider, type ProviderFault, type ProviderSettings } from '../domain/agency-provider.ts';
import type { Caller } from '../domain/roles.ts';
import { type EventKind, noteEvent } from '../storage/events.ts';
import {
  addProvider,
  type KeptProvider,
  keepProvider,
  listProviders,
  type Provider,
  providerForChange,
} from '../storage/providers.ts';
import { endSessionsBy } from '../storage/sessions.ts';
import { agencyUnknown, notToConfirm } from './agency-problems.ts';
import type { AccessPorts, Origin } from './ports.ts';

export type { Provider } from '../storage/providers.ts';

/** An agency's sign-in as it is entered. The issuer stays as it is: another is another provider. */
export interface ProviderWish {
  readonly shortName: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly settings: ProviderSettings;
}

/** Who keeps it, and from where. */
export interface Keeper {
  readonly by: Caller;
  readonly origin: Origin;
}

export const providersOf = ({ database }: AccessPorts): Promise<Provider[]> =>
  listProviders(database.readers);

/** Enters an agency's sign-in, which counts once a system administrator has confirmed it. Throws Problem 409, 422. */
export async function proposeProvider(
  ports: AccessPorts,
  wish: ProviderWish,
  keeper: Keeper,
): Promise<Provider> {
  const { database, now, box } = ports;
  const { shortName, issuer, clientId, clientSecret, settings } = wish;
  mustFit(ports, issuer, settings);
  const providerId = randomUUID();
  const provider: KeptProvider = {
    ...{ providerId, shortName, issuer, clientId, settings, state: 'proposed' },
    ...{ changedBy: keeper.by.id, changedAt: now(), confirmedBy: null, confirmedAt: null },
    sealedSecret: box.seal(Buffer.from(clientSecret), providerId),
  };
  await database.transaction(async (client) => {
    if (!(await addProvider(client, provider)))
      throw new Problem(409, 'AGENCY-THERE', {
        zh: '此签发者或简称已登记',
        en: 'This issuer or this short name is entered already',
      });
    await noted(ports, client, provider, 'agency-proposed', keeper, { issuer, settings });
  });
  return bare(provider);
}

/** Changes what is set; it has to be confirmed anew, and nobody signs in by it until then. Throws Problem 404, 409, 422. */
export function changeProvider(
  ports: AccessPorts,
  providerId: string,
  wish: Pick<ProviderWish, 'clientId' | 'settings'>,
  keeper: Keeper,
): Promise<Provider> {
  return change(ports, providerId, keeper, (before) => {
    mustFit(ports, before.issuer, wish.settings);
    const anew = { state: 'proposed', confirmedBy: null, confirmedAt: null } as const;
    const detail = { from: before.settings, to: wish.settings };
    const after = { ...before, ...wish, ...anew, changedBy: keeper.by.id, changedAt: ports.now() };
    return { after, kind: 'agency-changed', detail };
  });
}

/** Replaces what we show the provider who we are by; all else stands. Throws Problem 404. */
export function changeSecret(
  ports: AccessPorts,
  providerId: string,
  clientSecret: string,
  keeper: Keeper,
): Promise<Provider> {
  return change(ports, providerId, keeper, (before) => ({
    // Another moment, so that what is remembered with the secret before is forgotten.
    after: {
      ...before,
      sealedSecret: ports.box.seal(Buffer.from(clientSecret), providerId),
      changedAt: ports.now(),
    },
    kind: 'agency-changed',
    detail: { secret: true },
  }));
}

/**
 * Lets an agency's sign-in count, as whoever confirms has seen it.
 * @param seenAt when it had last been changed, as it was shown
 * @throws Problem 404; 409 where it does not wait, was changed meanwhile, or by oneself
 */
export function confirmProvider(
  ports: AccessPorts,
  providerId: string,
  seenAt: string,
  keeper: Keeper,
): Promise<Provider> {
  return change(ports, providerId, keeper, (before) => {
    const { changedAt, changedBy, state } = before;
    if (state !== 'proposed' || changedAt.toISOString() !== seenAt || changedBy === keeper.by.id)
      throw notToConfirm();
    const after = {
      ...before,
      state: 'active',
      confirmedBy: keeper.by.id,
      confirmedAt: ports.now(),
    } as const;
    return { after, kind: 'agency-confirmed', detail: {} };
  });
}

/** Nobody signs in by it any more, and whoever has is signed out. Throws Problem 404. */
export async function stopProvider(
  ports: AccessPorts,
  providerId: string,
  reason: string,
  keeper: Keeper,
): Promise<Provider> {
  return change(ports, providerId, keeper, (before) => ({
    after: { ...before, state: 'stopped', confirmedBy: null, confirmedAt: null },
    kind: 'agency-stopped',
    detail: { reason },
  }));
}

async function change(
  ports: AccessPorts,
  providerId: string,
  keeper: Keeper,
  step: (before: KeptProvider) => {
    readonly after: KeptProvider;
    readonly kind: EventKind;
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<Provider> {
  return ports.database.transaction(async (client) => {
    const before = await providerForChange(client, providerId);
    if (!before) throw agencyUnknown();
    const { after, kind, detail } = step(before);
    await keepProvider(client, after);
    // Sessions rest on what was confirmed: where that no longer stands, they end.
    const ended = after.state === 'active' ? 0 : (await endSessionsBy(client, providerId)).length;
    await noted(ports, client, after, kind, keeper, { ...detail, ...(ended > 0 ? { ended } : {}) });
    return bare(after);
  });
}

/** Without the secret, not even sealed. */
function bare({ sealedSecret: _secret, ...provider }: KeptProvider): Provider {
  return provider;
}

function mustFit({ peers }: AccessPorts, issuer: string, settings: ProviderSettings): void {
  const fault = faultOfProvider(issuer, settings) ?? (peers.mayAsk(issuer) ? undefined : 'AGENCY-ISSUER');
  if (fault) throw unfit[fault]();
}

const unfit: Readonly<Record<ProviderFault, () => Problem>> = {
  'AGENCY-ISSUER': () =>
    new Problem(422, 'AGENCY-ISSUER', {
      zh: '签发者须为 https:// 地址，不含用户名、参数和 # 部分；内网地址须由运营方在 CHAMA_AGENCY_NETWORKS 中放行',
      en: 'The issuer is an https:// address without user, query and fragment; one of a private network has to be allowed by the operator in CHAMA_AGENCY_NETWORKS',
    }),
  'AGENCY-MAPPING': () =>
    new Problem(422, 'AGENCY-MAPPING', {
      zh: '部门对应不全：有部门声明时逐值对应，没有时仅以 * 对应一个部门',
      en: 'Agencies are not mapped: by each value where a claim says which, else one under *',
    }),
  'AGENCY-SCOPES': () =>
    new Problem(422, 'AGENCY-SCOPES', {
      zh: 'scopes 须含 openid',
      en: 'The scopes have to include openid',
    }),
};

export function noted(
  { now }: Pick<AccessPorts, 'now'>,
  client: Queryable,
  { providerId, shortName }: Pick<Provider, 'providerId' | 'shortName'>,
  kind: EventKind,
  { by, origin }: Keeper,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  return noteEvent(client, {
    ...{ at: now(), kind, accountId: null, login: null, actor: by.id, address: origin.address },
    detail: { agency: providerId, shortName, ...detail },
  });
}
