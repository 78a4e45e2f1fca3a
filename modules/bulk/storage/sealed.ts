import { sealedColumn } from '#vault';

const file = { customs_code: 'text', file_id: 'uuid' } as const;

/** What enterprises have uploaded, for a pass that seals it anew. */
export const sealedBulk = [
  sealedColumn({ ...{ table: 'bulk.part', column: 'content' }, key: { ...file, start_byte: 'integer' } }),
  sealedColumn({ ...{ table: 'bulk.bundle', column: 'content' }, key: { ...file, number: 'integer' } }),
  sealedColumn({ ...{ table: 'bulk.bundle', column: 'sheet_rows' }, key: { ...file, number: 'integer' } }),
  sealedColumn({
    ...{ table: 'bulk.bad_document', column: 'content' },
    key: { ...file, first_row: 'integer' },
  }),
] as const;
