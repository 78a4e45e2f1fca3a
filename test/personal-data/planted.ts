import { zstdDecompressSync } from 'node:zlib';
import type { Database } from '#postgres';
import { isSealed } from '#vault';

/** Columns of bytes: those that hold something of persons and are sealed, and those that hold digests or keys. */
export const byteColumns: Readonly<Record<string, 'sealed' | 'sealed by its caller' | 'not personal'>> = {
  'access.agency_logout.token_hash': 'not personal',
  'access.agency_visit.browser_hash': 'not personal',
  'access.agency_visit.state_hash': 'not personal',
  'access.challenge.challenge_hash': 'not personal',
  'access.first_half.sealed': 'sealed',
  'access.passkey.public_key': 'not personal',
  'access.provider.client_secret': 'sealed',
  'access.recovery_code.code_hash': 'not personal',
  'access.session.token_hash': 'not personal',
  'access.totp.proposed': 'sealed',
  'access.totp.sealed': 'sealed',
  'bulk.bad_document.content': 'sealed',
  'bulk.bundle.content': 'sealed',
  'bulk.bundle.sheet_rows': 'sealed',
  'bulk.part.content': 'sealed',
  'declarations.import_list.personal': 'sealed',
  'entry.draft.content': 'sealed',
  'exchange.api_key.secret_hash': 'not personal',
  'exchange.message.content': 'sealed',
  'goods_certificates.paper.content': 'sealed',
  'goods_certificates.paper.digest': 'not personal',
  'http.repeat.answer': 'sealed by its caller',
  'http.repeat.fingerprint': 'not personal',
  'http.repeat.key': 'not personal',
  'inspections.photo.content': 'sealed',
  'inspections.photo.digest': 'not personal',
  'links.answer.arrival': 'not personal',
  'links.answer.digest': 'not personal',
  'links.arrival.content': 'sealed',
  'links.arrival.digest': 'not personal',
  'links.dispatch.signed': 'sealed',
  'notifications.address.proposed': 'sealed',
  'notifications.address.sealed': 'sealed',
  'orders.import_order.personal': 'sealed',
  'payment_data.attempt.sent': 'sealed',
  'payment_data.paid_order.content': 'sealed',
  'payment_data.paid_order.digest': 'not personal',
  'payment_data.payment.digest': 'not personal',
  'payment_data.payment.head': 'sealed',
  'payments.import_payment.personal': 'sealed',
  'persons.correction.answer': 'sealed',
  'persons.correction.words': 'sealed',
  'registry.enterprise_filing.ticket_digest': 'not personal',
  'registry.goods_photo.content': 'not personal',
  'registry.goods_photo.digest': 'not personal',
  'returns.import_cancellation.personal': 'sealed',
  'returns.import_return.personal': 'sealed',
  'sandbox.document.sealed': 'sealed',
  'vault.key.wrapped': 'sealed',
  'waybills.import_waybill.personal': 'sealed',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Every column of every table of ours. */
export async function columnsOf(database: Database): Promise<Column[]> {
  return database.query<Column>(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(a.attname) as column,
       format_type(a.atttypid, a.atttypmod) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
     order by 1, 2`,
  );
}

/** What somebody who has taken a copy of the whole database finds of these values, and where. */
export async function foundIn(
  database: Database,
  values: readonly string[],
): Promise<{ readonly found: string[]; readonly cells: number; readonly unsealed: string[] }> {
  const found = new Set<string>();
  const unsealed = new Set<string>();
  let cells = 0;
  for (const { table, column, type } of await columnsOf(database)) {
    const name = `${table}.${column}`;
    if (type === 'bytea') {
      for (const { bytes } of await database.query<{ bytes: Buffer }>(
        `select ${column} as bytes from ${table} where ${column} is not null`,
      )) {
        cells += 1;
        if (byteColumns[name] === 'sealed' && !isSealed(bytes)) unsealed.add(name);
        if (holds(bytes.toString('latin1'), values, 'latin1')) found.add(name);
        if (bytes.readUInt32LE() === 0xfd2fb528 && holds(zstdDecompressSync(bytes).toString(), values))
          found.add(name);
      }
      continue;
    }
    for (const { text } of await database.query<{ text: string }>(
      `select ${column}::text as text from ${table} where ${column} is not null`,
    )) {
      cells += 1;
      if (holds(text, values)) found.add(name);
    }
  }
  return { found: [...found], cells, unsealed: [...unsealed] };
}

/** As it is, as JSON escapes it, and as base64 may carry it. */
function holds(text: string, values: readonly string[], encoding: 'utf8' | 'latin1' = 'utf8'): boolean {
  return values.some((value) => {
    const written = encoding === 'latin1' ? Buffer.from(value).toString('latin1') : value;
    return text.includes(written) || text.includes(Buffer.from(value).toString('base64').slice(4, -4));
  });
}
