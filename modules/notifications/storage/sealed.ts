import { placeOf, sealedColumn } from '#vault';

const shared = {
  key: { account_id: 'uuid' },
  table: 'notifications.address',
  place: 'notifications.address',
} as const;

/** Mail addresses of people, for a pass that seals them anew. */
export const sealedNotifications = [
  sealedColumn({ ...shared, column: 'sealed' }),
  sealedColumn({ ...shared, column: 'proposed' }),
] as const;

/** Where the address of an account lies. */
export const addressPlace = (accountId: string): string => placeOf('notifications.address', accountId);
