import { exampleMessage } from '#ceb';
import { exportLists } from '#exports';
import type { Database } from '#postgres';
import { owner } from './callers.ts';
import { type Example, json } from './example.ts';

const key = { orderNo: 'EXHELD0001', ebpCode: '无', ebcCode: owner };

/** An export list of the owner's, saved and not declared: nobody judges it. */
export async function holdExport(database: Database, now: Date): Promise<void> {
  const [document] = exampleMessage('CEB603Message', { orderNo: key.orderNo }).documents;
  if (!document) throw new RangeError('an example has a document');
  const head = { ...document.head, ...key, appStatus: '1' };
  const list = { head, items: document.items };
  await database.transaction((client) =>
    exportLists.insert(client, [
      {
        document: list,
        prepared: exportLists.prepare(list, database.vault),
        sender: owner,
        messageId: 'ffffffff-0000-7000-8000-000000000041',
        receivedAt: now.toISOString(),
        ...{ returnStatus: '1', returnInfo: '', deleted: false, extra: ['B20260701000000041'] },
      },
    ]),
  );
}

/** Examples of the export lists: of its owner, and of others who find no such list. */
export function exportExamples(): Readonly<Record<string, Example>> {
  const list = `/api/exports/${key.ebcCode}/${encodeURIComponent(key.ebpCode)}/${key.orderNo}`;
  return {
    'GET /api/exports/:ebcCode/:ebpCode/:orderNo': { url: list, good: 200, foreign: 404 },
    // Let in, and told that it has never been judged.
    'POST /api/exports/:ebcCode/:ebpCode/:orderNo/decision': {
      ...{ url: `${list}/decision`, good: 404 },
      ...json({ act: 'release', reason: 'EXREL-PAPERS', attempt: 1, step: 0 }),
    },
    'POST /api/exports/:ebcCode/:ebpCode/:orderNo/confirmation': {
      ...{ url: `${list}/confirmation`, ...json({ proposal: '1' }), good: 404 },
    },
    'POST /api/exports/:ebcCode/:ebpCode/:orderNo/rejection': {
      ...{ url: `${list}/rejection`, ...json({ proposal: '1', note: '理由不足' }), good: 404 },
    },
  };
}
