import { type Queryable, statement } from '#postgres';
import type { Enterprise, EnterpriseRole } from '../domain/enterprise.ts';

/** An entry of the register as anyone may see it. */
export interface PublicEntry {
  readonly customsCode: string;
  readonly uscc: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly roles: readonly EnterpriseRole[];
  readonly customsOffice: string;
  readonly state: Enterprise['state'];
  readonly validFrom: string;
  readonly validTo?: string;
}

/** Which entries are wanted. */
export interface RegisterWish {
  /** Part of a name, or the beginning of a customs or credit code. */
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly state?: string | undefined;
  /** Customs code of the last entry seen. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly customs_code: string;
  readonly uscc: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly customs_office: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly state: Enterprise['state'];
  readonly roles: EnterpriseRole[];
}

const SEARCH = statement(`
  select customs_code, uscc, name, name_en, customs_office, valid_from, valid_to, state,
    array(select role from registry.enterprise_role held
      where held.customs_code = entry.customs_code order by role) as roles
  from registry.enterprise entry
  where customs_code > $1
    and ($2::text is null or strpos(lower(name), lower($2)) > 0 or strpos(lower(coalesce(name_en, '')), lower($2)) > 0
      or starts_with(customs_code, upper($2)) or starts_with(uscc, upper($2)))
    and ($3::text is null or exists (select from registry.enterprise_role held
      where held.customs_code = entry.customs_code and held.role = $3))
    and ($4::text is null or state = $4)
  order by customs_code limit $5`);

/** A page of the register, in the order of customs codes. */
export async function searchRegister(
  client: Queryable,
  { search, role, state, cursor, limit }: RegisterWish,
): Promise<{ enterprises: PublicEntry[]; next?: string }> {
  const rows = await client.query<Row>(SEARCH, [
    ...[cursor ?? '', search ?? null, role ?? null, state ?? null, limit + 1],
  ]);
  const enterprises = rows.slice(0, limit).map(entryOf);
  const last = enterprises.at(-1);
  return { enterprises, ...(rows.length > limit && last ? { next: last.customsCode } : {}) };
}

const entryOf = (row: Row): PublicEntry => ({
  ...{ customsCode: row.customs_code, uscc: row.uscc, name: row.name, roles: row.roles, state: row.state },
  ...{ customsOffice: row.customs_office, validFrom: row.valid_from },
  ...(row.name_en === null ? {} : { nameEn: row.name_en }),
  ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
});

/** Whatever of the files in force ends until the day $1. */
export const ENDING = `
  select entry.customs_code, entry.name, ends.subject, ends.which, ends.ends_on
  from registry.enterprise entry
  join registry.enterprise_version made on made.customs_code = entry.customs_code and made.version = entry.version
  cross join lateral (
    select 'licence' as subject, one ->> 'kind' || ' ' || (one ->> 'number') as which, (one ->> 'to')::date as ends_on
    from jsonb_array_elements(coalesce(made.file -> 'licences', '[]')) one
    union all
    select 'certificate', one ->> 'number', (one ->> 'to')::date
    from jsonb_array_elements(coalesce(made.file -> 'certificates', '[]')) one
    union all
    select 'registration', '', entry.valid_to) ends
  where entry.state <> 'closed' and ends.ends_on <= $1::date`;
const ENDING_OF = statement(
  `${ENDING} and entry.customs_code = $2 order by ends.ends_on, ends.subject, ends.which`,
);

/** Something on file that runs out. */
export interface Expiry {
  readonly customsCode: string;
  readonly name: string;
  readonly subject: 'licence' | 'certificate' | 'registration';
  /** Kind and number of the licence, number of the certificate; empty for the registration itself. */
  readonly which: string;
  readonly endsOn: string;
}

interface ExpiryRow extends Pick<Expiry, 'name' | 'subject' | 'which'> {
  readonly customs_code: string;
  readonly ends_on: string;
}

const expiryOf = ({ customs_code, ends_on, name, subject, which }: ExpiryRow): Expiry => ({
  ...{ customsCode: customs_code, endsOn: ends_on, name, subject, which },
});

/** What of an enterprise's file runs out until a day, or has run out. */
export async function expiriesOf(client: Queryable, customsCode: string, until: string): Promise<Expiry[]> {
  return (await client.query<ExpiryRow>(ENDING_OF, [until, customsCode])).map(expiryOf);
}

const WARN = statement(`
  with due as (${ENDING}), added as (
    insert into registry.expiry_warning (customs_code, subject, which, ends_on, notice_days, warned_at)
    select customs_code, subject, which, ends_on, $2, $3 from due
    on conflict do nothing
    returning customs_code, subject, which, ends_on)
  select customs_code, name, subject, which, ends_on from due join added using (customs_code, subject, which, ends_on)
  order by customs_code, ends_on`);

/** Puts on record what runs out until a day and was not warned of with this notice; each is answered once, on one server. */
export async function addWarnings(
  client: Queryable,
  warning: { readonly until: string; readonly noticeDays: number; readonly at: Date },
): Promise<Expiry[]> {
  return (await client.query<ExpiryRow>(WARN, [warning.until, warning.noticeDays, warning.at])).map(expiryOf);
}
