import type { Day } from '#kernel';
import type { Client } from '#postgres';
import type { ExportList } from '../domain/dossier.ts';
import { type ExportStanding, listKey } from '../domain/export-list.ts';
import { exportLists } from '../storage/export-papers.ts';
import { exportsByInvtNo, lockByInvtNo, releasedAt } from '../storage/standings.ts';
import type { ExportPorts } from './ports.ts';
import { recordSteps } from './record-steps.ts';

/** An export list as it stands, held for the caller's transaction. */
export interface ExportOnFile {
  readonly document: ExportList;
  readonly standing: ExportStanding;
  /** Day of the first release of this attempt. */
  readonly releasedOn?: Day | undefined;
  /** Day on which its goods left the country. */
  readonly leftOn?: Day | undefined;
}

/** A list to be cancelled. */
export interface ExportCancelled {
  readonly list: ExportOnFile;
  /** Who lets it be cancelled. */
  readonly judge: 'engine' | 'officer';
  /** Why, as the list's page tells it. */
  readonly info: string;
}

/** What others do with export lists that are on file. */
export interface ExportsOnFile {
  /**
   * Lists by the number customs gave them, locked: whoever decides on one of them, moves its goods or takes it into a
   * summary meanwhile waits. Unknown and deleted ones are left out.
   */
  hold(client: Client, invtNos: readonly string[]): Promise<ReadonlyMap<string, ExportOnFile>>;
  /**
   * Cancels held lists; they may be declared anew. The receipt is that of the paper that asked for it.
   * @returns what is to be done after the commit
   */
  cancel(client: Client, at: Date, cancelled: readonly ExportCancelled[]): Promise<() => void>;
}

/** 审结: customs has decided on the cancellation, and the list is gone. */
const concluded = '399';

export const exportsOnFile = (ports: ExportPorts): ExportsOnFile => ({
  hold: (client, invtNos) => hold(ports, client, invtNos),
  cancel: (client, at, cancelled) => cancel(ports, client, at, cancelled),
});

async function hold(
  { chinaDay }: ExportPorts,
  client: Client,
  invtNos: readonly string[],
): Promise<ReadonlyMap<string, ExportOnFile>> {
  const orderNos = [...new Set((await exportsByInvtNo(client, invtNos)).map(({ orderNo }) => orderNo))];
  // As whoever sends a list again or decides on it locks it: one comes first, the other sees what it did.
  await exportLists.find(client, orderNos);
  const standings = await lockByInvtNo(client, invtNos);
  const released = await releasedAt(client, invtNos);
  const documents = new Map(
    (await exportLists.load<ExportList>(client, orderNos)).map(({ key, document }) => [key, document]),
  );
  const found = new Map<string, ExportOnFile>();
  for (const standing of standings) {
    const document = documents.get(listKey(standing));
    const { invtNo, departedAt } = standing;
    if (!document || invtNo === null) continue;
    const at = released.get(invtNo);
    found.set(invtNo, {
      ...{ document, standing },
      releasedOn: at && chinaDay(at),
      leftOn: departedAt ? chinaDay(departedAt) : undefined,
    });
  }
  return found;
}

async function cancel(
  ports: ExportPorts,
  client: Client,
  at: Date,
  cancelled: readonly ExportCancelled[],
): Promise<() => void> {
  const lists = await recordSteps(
    ports,
    client,
    cancelled.map(({ list, judge, info }) => ({
      ...{ before: list.standing, judge, at, returnInfo: info },
      ...({ outcome: 'cancelled', returnStatus: concluded } as const),
    })),
    'by-another-paper',
  );
  return () => ports.moved({ lists, recipients: new Set() });
}
