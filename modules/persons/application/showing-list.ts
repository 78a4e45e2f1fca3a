import type { Caller } from '#access';
import { importLists } from '#declarations';
import type { DocumentTable, LoadedDocument, PlainDocument } from '#documents';
import { Problem } from '#http';
import { importOrders } from '#orders';
import { importPayments } from '#payments';
import type { Client, Database, Readers } from '#postgres';
import { importWaybills } from '#waybills';
import { notesOf } from '../storage/corrections.ts';
import { openWritten } from '../storage/sealed.ts';
import { noteShowing } from '../storage/showings.ts';

export interface ShowingPorts {
  readonly database: Database;
  readonly now: () => Date;
}

/** The persons of one paper, in the standard's field names. */
export interface PersonsOfPaper {
  readonly paper: PaperName;
  readonly sender: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What stands beside a paper that was decided on: what its sender has found to be right since. */
  readonly notes: readonly PaperNote[];
}

export interface PaperNote {
  readonly field: string;
  readonly value?: string;
  readonly text: string;
  /** Customs code of who says so, or operator. */
  readonly by: string;
  readonly at: string;
}

export type PaperName = 'order' | 'payment' | 'waybill' | 'declaration';

/** Who reads, whose papers they may read, and from where. */
export interface Reader {
  readonly caller: Caller;
  /** Customs code of the enterprise; undefined for who may read those of the zone. */
  readonly party: string | undefined;
  readonly address: string;
}

const tables: Readonly<Record<PaperName, DocumentTable>> = {
  order: importOrders,
  payment: importPayments,
  waybill: importWaybills,
  declaration: importLists,
};

/**
 * The persons in the papers of a list, in full. An enterprise is shown its own papers: those it sent or has a right
 * over. The showing is on record before anything is answered.
 */
export async function showPersons(
  { database, now }: ShowingPorts,
  { caller, party, address }: Reader,
  { ebpCode, orderNo }: { readonly ebpCode: string; readonly orderNo: string },
  reason: string,
): Promise<PersonsOfPaper[]> {
  const papers = await papersOf(database, orderNo);
  const ofList = papers.filter(
    ({ document }) => headOf(document).ebpCode === undefined || headOf(document).ebpCode === ebpCode,
  );
  const shown = ofList.filter((paper) => party === undefined || partiesOf(paper).includes(party));
  if (shown.length === 0)
    throw new Problem(404, 'LIST-NOT-FOUND', {
      zh: '没有这份清单，或其中没有本企业的单证',
      en: 'There is no such list, or no paper of it is of this enterprise',
    });
  const persons = shown.flatMap((paper) => {
    const { person } = tables[paper.name].shape;
    // Of a paper past its time nobody is shown any longer.
    const shows = person && Object.keys(personalOf(paper)).length > 0;
    return shows ? [database.vault.personDigest(person(paper.document.head))] : [];
  });
  await noteShowing(database, {
    ...{ kind: 'list', ebpCode, number: orderNo, at: now(), address, reason },
    persons: [...new Set(persons)],
    parties: [...new Set(shown.flatMap(partiesOf))],
    papers: [...new Set(shown.map(({ name }) => name))],
    ...{ readerId: caller.id, role: caller.role, reader: readerOf(caller) },
  });
  const notes = await notesBeside(database, [orderNo]);
  return shown.map((paper) => ({
    ...{ paper: paper.name, sender: paper.sender, fields: personalOf(paper), notes: notes(paper) },
  }));
}

/** The notes that stand beside papers of orders. */
export async function notesBeside(
  database: Readers,
  orderNos: readonly string[],
): Promise<(paper: NamedPaper) => PaperNote[]> {
  const kept = await notesOf(database, orderNos);
  return ({ name, document }) =>
    kept.flatMap((one) => {
      const { orderNo, ebpCode = null } = headOf(document);
      if (one.paper !== name || one.orderNo !== orderNo || one.ebpCode !== ebpCode) return [];
      const { field, answer, answeredAs, endedAt, requestId } = one;
      if (!field || !answer || !answeredAs || !endedAt) return [];
      const written = openWritten(database.vault, 'answer', requestId, answer);
      return [{ field, ...written, by: answeredAs, at: endedAt.toISOString() }];
    });
}

/** Who a reader is to the enterprises and persons concerned: an organisation, not a name. */
export const readerOf = ({ customsCode, agency, office, role }: Caller): string =>
  customsCode ?? (agency ? `${agency} ${office ?? ''}`.trim() : role);

export type NamedPaper = LoadedDocument<PlainDocument> & { readonly name: PaperName };

/** The living papers of orders, of all four kinds. */
export function papersOf(
  database: Pick<Readers, 'transaction'>,
  ...orderNos: readonly string[]
): Promise<NamedPaper[]> {
  return database.transaction((client) => papersIn(client, orderNos));
}

/** The same on a connection already lent. */
export async function papersIn(client: Client, orderNos: readonly string[]): Promise<NamedPaper[]> {
  const papers: NamedPaper[] = [];
  for (const [name, table] of Object.entries(tables) as [PaperName, DocumentTable][])
    for (const paper of await table.load(client, orderNos)) papers.push({ ...paper, name });
  return papers;
}

const headOf = ({ head }: PlainDocument) => head as Readonly<Record<string, string | undefined>>;

/** Enterprises a paper belongs to: who sent it, whom it was sent for, who has a right over it. */
export function partiesOf({ name, document, sender, sentFor }: NamedPaper): string[] {
  const head = headOf(document);
  const named = tables[name].shape.parties.map((field) => head[field]);
  return [...new Set([sender, sentFor, ...named])].filter((code) => code !== undefined);
}

/** What tells a person in a paper; a remark may say anything and is shown with it. */
export function personalOf({ name, document }: NamedPaper): Record<string, string> {
  const head = headOf(document);
  const fields = tables[name].shape.personal ?? [];
  return Object.fromEntries(
    fields.flatMap((field) => (head[field] === undefined ? [] : [[field, head[field]]])),
  );
}
