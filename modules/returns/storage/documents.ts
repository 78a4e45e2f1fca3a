import { type DocumentOf, messageTables } from '#ceb';
import { DocumentTable, type DocumentTableShape } from '#documents';
import type { Client } from '#postgres';
import { buyerKeyOf } from '#quotas';

/** A cancellation of an import list (CEB623). */
export type ImportCancellation = DocumentOf<'CEB623Message'>;
/** A return of an import list (CEB625). */
export type ImportReturn = DocumentOf<'CEB625Message'>;

const [cancellation] = messageTables.CEB623Message.groups;
const [returned, items] = messageTables.CEB625Message.groups;

const personal = ['buyerIdNumber', 'buyerName', 'buyerTelephone', 'note'];

const person = (head: object): string => {
  const { buyerIdType, buyerIdNumber } = head as ImportReturn['head'];
  return buyerKeyOf(buyerIdType, buyerIdNumber);
};

/** Where cancellations lie; one a list. */
export const importCancellations = new DocumentTable({
  table: 'returns.import_cancellation',
  head: cancellation?.fields.map(({ name }) => name) ?? [],
  items: [],
  key: ['ebpCode'],
  parties: ['agentCode', 'ebcCode'],
  extra: ['official_pre_no'],
  ...{ personal, person, bornSealed: true },
});

/** Where returns lie; those of one list are told apart by the enterprise's own number. */
export const importReturns = new DocumentTable({
  table: 'returns.import_return',
  head: returned?.fields.map(({ name }) => name) ?? [],
  items: items?.fields.map(({ name }) => name) ?? [],
  key: ['ebpCode', 'copNo'],
  parties: ['agentCode', 'ebcCode'],
  extra: ['official_pre_no'],
  ...{ personal, person, bornSealed: true },
});

/** A cancellation of an export list (CEB605). */
export type ExportCancellation = DocumentOf<'CEB605Message'>;
/** A return of exported goods (CEB213). */
export type ExportReturn = DocumentOf<'CEB213Message'>;
/** A tally of exported goods that are back at a site (CEB215). */
export type ReturnTally = DocumentOf<'CEB215Message'>;

/** No field of the papers of exports tells who a person is. */
function exportTable(
  root: 'CEB605Message' | 'CEB213Message' | 'CEB215Message',
  shape: Omit<DocumentTableShape, 'head' | 'items'>,
): DocumentTable {
  const [head, lines] = messageTables[root].groups;
  return new DocumentTable({
    ...shape,
    head: head?.fields.map(({ name }) => name) ?? [],
    items: lines?.fields.map(({ name }) => name) ?? [],
    extra: ['official_pre_no'],
  });
}

/** Where cancellations of export lists lie; one a list. They name no order: the number of the list spreads them. */
export const exportCancellations = exportTable('CEB605Message', {
  table: 'returns.export_cancellation',
  spread: 'invtNo',
  key: ['ebcCode'],
  parties: ['agentCode', 'ebcCode'],
});

/** Where returns of exported goods lie; those of one list are told apart by the enterprise's own number. */
export const exportReturns = exportTable('CEB213Message', {
  table: 'returns.export_return',
  spread: 'invtNo',
  key: ['ebcCode', 'coElNo'],
  parties: ['agentCode', 'ebcCode'],
});

/** Where tallies lie, by the waybill under which the goods came back. */
export const returnTallies = exportTable('CEB215Message', {
  table: 'returns.return_tally',
  spread: 'logisticsNo',
  key: ['operatorCode', 'coElNo'],
  parties: ['operatorCode'],
});

/** Numbers of cancellations and returns: a letter, the day in China, nine digits. @param day YYYYMMDD */
export async function issueNumbers(
  client: Client,
  count: number,
  letter: string,
  day: string,
): Promise<string[]> {
  if (count === 0) return [];
  const rows = await client.query<{ number: string }>(
    `select lpad(nextval('returns.pre_no')::text, 9, '0') as number from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ number }) => `${letter}${day}${number}`);
}
