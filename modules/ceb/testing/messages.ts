import { fieldOf } from '../tables/field.ts';
import type { MessageTable, Row } from '../tables/row.ts';
import { BASE_SUBSCRIBE, BASE_TRANSFER } from '../tables/shared-groups.ts';
import { TABLES } from '../tables/tables.ts';
import type { CebMessage, Root } from '../types.ts';

export const ROOTS: readonly Root[] = TABLES.map((table) => table.root);

/** A signature of the right shape; its bytes mean nothing. */
export const SIGNATURE =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>' +
  '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod>' +
  '<ds:SignatureMethod Algorithm="http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3"/>' +
  '<ds:Reference URI=""><ds:Transforms>' +
  '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></ds:Transforms>' +
  '<ds:DigestMethod Algorithm="http://www.chinaport.gov.cn/2022/04/xmldsig#sm3"/>' +
  '<ds:DigestValue>4gzYb8QkF1m8zB0oBZb0zQ==</ds:DigestValue></ds:Reference></ds:SignedInfo>' +
  '<ds:SignatureValue>bWVhbmluZ2xlc3M=</ds:SignatureValue><ds:KeyInfo><ds:KeyName>01691fe9</ds:KeyName>' +
  '<ds:X509Data><ds:X509Certificate>bWVhbmluZ2xlc3M=</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>';

/** A field that satisfies its row; `full` gives the optional ones too. */
function sample(row: Row, full: boolean): string | number | undefined {
  const field = fieldOf(row, '');
  if (field.required !== true && !full) return undefined;
  if (field.type === 'int') return 1;
  if (field.type === 'decimal') return '12.5';
  const wanted = field.fixed ?? field.values?.[0];
  if (wanted !== undefined) return wanted;
  const length = Math.max(field.minLength ?? 0, Math.min(field.maxLength ?? 8, 8));
  return field.time ? '20260701120000000'.slice(0, length) : '样A1样B2样C'.repeat(5).slice(0, length);
}

function samples(rows: readonly Row[], full: boolean): Record<string, string | number | undefined> {
  return Object.fromEntries(rows.map((row) => [row[0], sample(row, full)]));
}

/** A sound message of a kind, with only the required fields or with all. */
export function sampleMessage(root: Root, full: boolean, documents = 1, items = 1): CebMessage {
  const table = TABLES.find((one) => one.root === root) as MessageTable;
  const { rows, head, items: list } = table.document;
  const document = {
    head: samples(rows ?? head?.rows ?? [], full),
    items: list ? Array.from({ length: items }, () => samples(list.rows, full)) : [],
  };
  const tail = table.tail !== 'none';
  return {
    root,
    guid: '4CDE1CFD-EDED-46B1-946C-B8022E42FC94',
    version: '1.0',
    documents: Array.from({ length: documents }, () => document),
    ...(tail ? { transfer: samples(BASE_TRANSFER.rows, full) } : {}),
    subscriptions: tail && full ? [samples(BASE_SUBSCRIBE.rows, true)] : [],
    ...(tail && full ? { extension: { name: 'x', version: '1', xml: '<a b="c">d<e/></a>' } } : {}),
    ...(table.signature === 'required' || (tail && full) ? { signature: SIGNATURE } : {}),
  } as unknown as CebMessage;
}
