import { type ImportDeclaration, messageTables } from '#ceb';
import { DocumentTable } from '#documents';
import type { Client } from '#postgres';
import { buyerKeyOf } from '#quotas';

const [head, items] = messageTables.CEB621Message.groups;

/** Where the lists of retail imports lie; columns are the fields of CEB621, beside the number we gave it. */
export const importLists = new DocumentTable({
  table: 'declarations.import_list',
  head: head?.fields.map((field) => field.name) ?? [],
  items: items?.fields.map((field) => field.name) ?? [],
  key: ['ebpCode'],
  parties: ['agentCode', 'ebcCode'],
  extra: ['official_pre_no'],
  personal: ['buyerIdNumber', 'buyerName', 'buyerTelephone', 'consigneeAddress', 'note'],
  person: (head) => {
    const { buyerIdType, buyerIdNumber } = head as ImportDeclaration['head'];
    return buyerKeyOf(buyerIdType, buyerIdNumber);
  },
});

/**
 * Pre-entry numbers (预录入编号): `B`, the day in China, nine digits.
 * @param day YYYYMMDD
 */
export async function issuePreNos(client: Client, count: number, day: string): Promise<string[]> {
  if (count === 0) return [];
  const rows = await client.query<{ number: string }>(
    `select lpad(nextval('declarations.pre_no')::text, 9, '0') as number from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ number }) => `B${day}${number}`);
}
