import { type CebMessage, encode, type Root } from '#ceb';
import type { BatchOptions } from '../batches.ts';
import type { PaperKind } from '../papers.ts';
import { createRandom, type Random } from '../random.ts';
import type { DemoEnterprise, Zone } from '../zone.ts';
import { chooseExportParties, makeExport } from './dossiers.ts';
import { exportFaults } from './faults.ts';
import type { ExportDossier } from './papers.ts';

/** Up to 100 exports as three messages, ready to be sent. */
export interface ExportBatch {
  readonly messages: readonly {
    readonly kind: PaperKind;
    readonly sender: DemoEnterprise;
    readonly bytes: Uint8Array;
  }[];
  readonly dossiers: readonly Pick<ExportDossier, 'number' | 'fault' | 'expected'>[];
}

/** Documents of one kind as the message their sender transmits. */
export function exportMessage(
  root: Root,
  documents: readonly object[],
  sender: DemoEnterprise,
  random: Random,
): Buffer {
  const transfer = {
    ...{ copCode: sender.customsCode, copName: sender.name, dxpMode: 'DXP', dxpId: sender.dxpId },
  };
  const message = { root, guid: random.guid(), version: '1.0', documents, transfer, subscriptions: [] };
  return Buffer.from(encode(message as unknown as CebMessage), 'utf8');
}

/**
 * Makes the three messages of many exports: one order message of one platform, one waybill message, one list message.
 * @param options `seed`: one to nine digits or capital letters.
 */
export function makeExportBatch(zone: Zone, options: BatchOptions): ExportBatch {
  const random = createRandom(`export/${options.seed}/${options.from}`);
  const parties = chooseExportParties(random, zone);
  const { platform, carrier, broker } = parties;
  const dossiers = Array.from({ length: options.count }, (_, index) =>
    makeExport(random, zone, {
      number: `${options.seed}${String(options.from + index).padStart(9, '0')}`,
      orderedAt: options.orderedAt,
      parties: { platform, carrier, broker },
      ...(random.chance(options.faultShare) ? { fault: random.pick(exportFaults).name } : {}),
    }),
  );
  const message = (kind: PaperKind, root: Root, sender: DemoEnterprise, documents: readonly object[]) => ({
    ...{ kind, sender },
    bytes: exportMessage(root, documents, sender, random),
  });
  return {
    messages: [
      message(
        'order',
        'CEB303Message',
        platform,
        dossiers.map(({ order }) => order),
      ),
      message(
        'waybill',
        'CEB505Message',
        carrier,
        dossiers.map(({ waybill }) => waybill),
      ),
      message(
        'declaration',
        'CEB603Message',
        broker,
        dossiers.map(({ list }) => list),
      ),
    ],
    dossiers: dossiers.map(({ number, fault, expected }) => ({
      ...{ number, expected },
      ...(fault === undefined ? {} : { fault }),
    })),
  };
}
