import { openSealedText, placeOf, sealedText, sealedTextOf, type Vault } from '#vault';
import type { EnterpriseFile } from '../domain/enterprise-file.ts';

/** A file as it lies in the database: whom to call is sealed, as a text. */
type KeptFile = EnterpriseFile & { readonly sealedContacts?: string };

const places = {
  filing: { table: 'registry.enterprise_filing', key: { customs_code: 'text', filing_id: 'uuid' } },
  version: { table: 'registry.enterprise_version', key: { customs_code: 'text', version: 'integer' } },
} as const;

/** The file of a filing or a version as JSON, with its contacts sealed for that row. */
export function sealFile(
  vault: Vault,
  of: keyof typeof places,
  row: readonly [customsCode: string, which: string | number],
  { contacts, ...file }: EnterpriseFile,
): string {
  if (contacts === undefined) return JSON.stringify(file);
  const place = placeOf(places[of].table, row[0], String(row[1]));
  return JSON.stringify({ ...file, sealedContacts: sealedTextOf(vault, place, JSON.stringify(contacts)) });
}

/** The file of a row; one from before contacts were sealed is as it was. */
export function openFile(
  vault: Vault,
  of: keyof typeof places,
  row: readonly [customsCode: string, which: string | number],
  { sealedContacts, ...file }: KeptFile,
): EnterpriseFile {
  if (sealedContacts === undefined) return file;
  const place = placeOf(places[of].table, row[0], String(row[1]));
  return { ...file, contacts: JSON.parse(openSealedText(vault, place, sealedContacts)) };
}

/** Contacts of enterprises, for a pass that seals them anew. */
export const sealedRegistry = Object.values(places).map((place) =>
  sealedText({
    ...{ ...place, name: 'file contacts' },
    read: `coalesce(file ->> 'sealedContacts', file ->> 'contacts')`,
    write: (text) => `file = (file - 'contacts') || jsonb_build_object('sealedContacts', ${text})`,
  }),
);
