import { sealedColumn } from '#vault';

const shared = { key: { account_id: 'uuid' }, place: 'access.account' } as const;

/** Secrets of accounts, for a pass that seals them anew. */
export const sealedAccounts = [
  sealedColumn({ ...shared, table: 'access.totp', column: 'sealed' }),
  sealedColumn({ ...shared, table: 'access.totp', column: 'proposed' }),
  sealedColumn({ ...shared, table: 'access.first_half', column: 'sealed' }),
  sealedColumn({
    table: 'access.provider',
    column: 'client_secret',
    key: { provider_id: 'uuid' },
    place: 'access.account',
  }),
] as const;
