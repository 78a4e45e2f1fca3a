import { sealedColumn } from '#vault';

/** What came from agencies and what was signed for enterprises, for a pass that seals them anew. */
export const sealedLinks = [
  sealedColumn({
    ...{ table: 'links.arrival', column: 'content' },
    key: { digest: 'bytea', agency: 'text' },
  }),
  sealedColumn({
    ...{ table: 'links.dispatch', column: 'signed' },
    key: { sender: 'text', message_id: 'uuid', agency: 'text' },
  }),
] as const;
