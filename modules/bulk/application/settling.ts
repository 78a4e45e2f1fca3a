import { bulkFinding } from '../domain/bulk-finding.ts';
import { type Gatherer, keyOf, placed } from '../domain/gather.ts';
import type { BulkTarget, BulkWork, GatheredDocument, PlacedFinding } from '../domain/target.ts';
import { addBundles, type Bundle } from '../storage/bundles.ts';
import { addBad, type BadDocument, noteKeys } from '../storage/documents.ts';
import { noteProgress, type Taken } from '../storage/files.ts';
import { pack } from './content.ts';
import { leaseUntil, TakenAway, type WorkPorts } from './ports.ts';

/** A document of a file being read, with where its findings belong. */
export interface Settling {
  readonly target: BulkTarget;
  readonly work: BulkWork;
  readonly gatherer: Gatherer;
  readonly taken: Taken;
  /** Bytes of the file that have been read. */
  readonly reached: number;
}

/** Checks documents and writes down what became of them in one transaction. @throws TakenAway */
export async function settle(
  ports: WorkPorts,
  settling: Settling,
  documents: readonly GatheredDocument[],
): Promise<{ readonly good: number; readonly bad: number }> {
  const { database, now, pace } = ports;
  const { target, taken } = settling;
  const example = exampleKey(target);
  const own = documents.filter(({ key }) => key !== example);
  const firsts = await noteKeys(database, taken, keysOf(own));
  const good: GatheredDocument[] = [];
  const bad: BadDocument[] = [];
  for (const document of own) {
    const findings = findingsOf(settling, document, firsts.get(document.key));
    if (findings.length === 0) good.push(document);
    else bad.push(badDocument(document, findings, 'reading'));
    await pace.turn();
  }
  const bundles = await bundlesOf(settling, good);
  const at = now();
  await database.transaction(async (client) => {
    const mine = await noteProgress(client, taken, {
      ...{ at, until: leaseUntil(at), readBytes: settling.reached },
      lastRow: documents.at(-1)?.rows.at(-1)?.number ?? 0,
      rowsRead: rowsIn(own),
      rowsBad: rowsIn(bad),
      examples: documents.length - own.length,
      ...{ documentsGood: good.length, documentsBad: bad.length },
    });
    if (!mine) throw new TakenAway();
    await addBundles(client, taken, bundles);
    await addBad(client, taken, bad);
  });
  return { good: good.length, bad: bad.length };
}

/** The templates have an example in them, which nobody means to hand in. */
const exampleKey = (target: BulkTarget): string =>
  keyOf(
    target,
    Object.fromEntries(
      target.columns.filter(({ part }) => part === 'head').map(({ field, example }) => [field, example]),
    ),
  );

const rowsIn = (documents: readonly { readonly rows: readonly unknown[] }[]): number =>
  documents.reduce((sum, { rows }) => sum + rows.length, 0);

const firstRow = ({ rows }: Pick<GatheredDocument, 'rows'>): number => rows[0]?.number ?? 0;

/** Whether every part of the key is there; without, nothing can be said of repetition. */
const hasKey = (key: string): boolean => key.split('\u001f').every((part) => part !== '');

const keysOf = (documents: readonly GatheredDocument[]) =>
  documents
    .filter(({ key }) => hasKey(key))
    .map((document) => ({ key: document.key, firstRow: firstRow(document) }));

function findingsOf(
  { work, gatherer }: Settling,
  document: GatheredDocument,
  first: number | undefined,
): readonly PlacedFinding[] {
  const row = firstRow(document);
  const repeated: PlacedFinding[] =
    first === undefined || first === row
      ? []
      : [
          {
            finding: bulkFinding('BULK-REPEATED', `row ${row}`, [
              `首次出现在第 ${first} 行`,
              `first in row ${first}`,
            ]),
            ...{ row, cell: -1 },
          },
        ];
  const found = work.check(document).map((one) => placed(gatherer.placeOf, document, one));
  return [...document.findings, ...repeated, ...found];
}

/** A document as it is kept to be told of and given back. */
export function badDocument(
  { key, rows }: Pick<GatheredDocument, 'key' | 'rows'>,
  findings: readonly PlacedFinding[],
  stage: BadDocument['stage'],
): BadDocument {
  return {
    ...{ key, stage, firstRow: rows[0]?.number ?? 0 },
    rows: rows.map(({ number, cells }) => [number, cells] as const),
    findings: findings.map(({ finding, row, cell }) => ({ ...finding, row, cell })),
  };
}

/** A document as its bundle remembers it: enough to tell of it, should it be refused. */
export type BundledRows = readonly Pick<GatheredDocument, 'key' | 'rows'>[];

async function bundlesOf(
  { target, work }: Settling,
  good: readonly GatheredDocument[],
): Promise<Omit<Bundle, 'number'>[]> {
  const bundles: Omit<Bundle, 'number'>[] = [];
  for (let from = 0; from < good.length; from += target.documentsABundle) {
    const documents = good.slice(from, from + target.documentsABundle);
    const rows: BundledRows = documents.map((document) => ({ key: document.key, rows: document.rows }));
    bundles.push({
      documents: documents.length,
      content: await pack(work.pack(documents)),
      sheetRows: await pack(Buffer.from(JSON.stringify(rows))),
    });
  }
  return bundles;
}
