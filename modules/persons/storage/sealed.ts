import { placeOf, type SealedTable, sealedColumn, type Vault } from '#vault';

const columns = ['words', 'answer'] as const;
type Column = (typeof columns)[number];

const nameOf = (column: Column): string => `persons.correction.${column}`;

/** What persons and those who answer them have written; it may say anything. */
export const sealedCorrections: readonly SealedTable[] = columns.map((column) =>
  sealedColumn({
    ...{ table: 'persons.correction', column, key: { request_id: 'uuid' as const } },
    place: nameOf(column),
  }),
);

export const sealWritten = (vault: Vault, column: Column, requestId: string, written: object): Buffer =>
  vault.seal(placeOf(nameOf(column), requestId), JSON.stringify(written));

/** What somebody has written: why, and the value they want or give. */
export interface Written {
  readonly text: string;
  readonly value?: string;
}

export const openWritten = (vault: Vault, column: Column, requestId: string, sealed: Buffer): Written =>
  JSON.parse(vault.openText(placeOf(nameOf(column), requestId), sealed)) as Written;
