import type { Client, Queryable } from '#postgres';
import type { ProviderSettings } from '../domain/agency-provider.ts';

export type ProviderState = 'proposed' | 'active' | 'stopped';

/** An agency that signs its own people in. */
export interface Provider {
  readonly providerId: string;
  readonly shortName: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly settings: ProviderSettings;
  readonly state: ProviderState;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

/** With what we show it who we are, sealed. */
export type KeptProvider = Provider & { readonly sealedSecret: Buffer };

const columns = `provider_id as "providerId", short_name as "shortName", issuer, client_id as "clientId", settings, state,
  changed_by as "changedBy", changed_at as "changedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt"`;

/** Adds one; false where its issuer or its short name is there already. */
export async function addProvider(client: Queryable, one: KeptProvider): Promise<boolean> {
  const count = await client.run(
    `insert into access.provider (provider_id, short_name, issuer, client_id, client_secret, settings, state, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      ...[one.providerId, one.shortName, one.issuer, one.clientId, one.sealedSecret],
      ...[JSON.stringify(one.settings), one.state, one.changedBy, one.changedAt],
    ],
  );
  return count === 1;
}

export async function listProviders(client: Queryable, state?: ProviderState): Promise<Provider[]> {
  return client.query<Provider>(
    `select ${columns} from access.provider where $1::text is null or state = $1 order by short_name`,
    [state ?? null],
  );
}

export async function findProvider(client: Queryable, providerId: string): Promise<KeptProvider | undefined> {
  const [row] = await client.query<KeptProvider>(
    `select ${columns}, client_secret as "sealedSecret" from access.provider where provider_id = $1`,
    [providerId],
  );
  return row;
}

/** As `findProvider`, and nobody else changes it until the transaction ends. */
export async function providerForChange(
  client: Client,
  providerId: string,
): Promise<KeptProvider | undefined> {
  const [row] = await client.query<KeptProvider>(
    `select ${columns}, client_secret as "sealedSecret" from access.provider where provider_id = $1 for update`,
    [providerId],
  );
  return row;
}

export async function keepProvider(client: Queryable, one: KeptProvider): Promise<void> {
  await client.run(
    `update access.provider set client_id = $2, client_secret = $3, settings = $4, state = $5, changed_by = $6,
       changed_at = $7, confirmed_by = $8, confirmed_at = $9
     where provider_id = $1`,
    [
      ...[one.providerId, one.clientId, one.sealedSecret, JSON.stringify(one.settings), one.state],
      ...[one.changedBy, one.changedAt, one.confirmedBy, one.confirmedAt],
    ],
  );
}
