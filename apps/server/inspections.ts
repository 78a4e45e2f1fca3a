import type { ImportDeclaration } from '#ceb';
import { importLists } from '#declarations';
import { inspectionParameters } from '#inspections';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import { type ParameterTable, parameterOn } from '#tax';
import type { AccessParts } from '../../modules/access/wiring.ts';
import { agenciesTold } from '../../modules/agencies/wiring.ts';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import type { Desk } from '../../modules/desk/wiring.ts';
import type { GoodsCertificates } from '../../modules/goods-certificates/wiring.ts';
import {
  type InspectionCertificates,
  type Inspections,
  inspectedList,
  wireInspections,
} from '../../modules/inspections/wiring.ts';

/** What inspections use once all is put together: the conductor asks them, and they ask it. */
export interface AroundInspections {
  readonly clearance: Clearance;
  readonly desk: Desk;
  readonly access: Pick<AccessParts, 'nameOf'>;
  readonly now: () => Date;
}

/** What accepted certificates make needless to inspect, in the words of either side. */
export const certifiedInspections = ({
  recognise,
  row,
}: Pick<GoodsCertificates, 'recognise' | 'row'>): InspectionCertificates => ({
  row,
  answering: async (client, wanted, at) => {
    const keyOf = ({ orderNo, ebpCode }: { orderNo: string; ebpCode: string }) =>
      JSON.stringify([orderNo, ebpCode]);
    const lists = new Map(wanted.map(({ of }) => [keyOf(of), of]));
    const answers = await recognise(
      client,
      wanted.map(({ of, agency, ground }) => ({
        candidate: { key: keyOf(of), orderNo: of.orderNo, ebpCode: of.ebpCode, attempt: of.attempt },
        ...{ seller: of.seller, items: of.goods, agency, subject: 'ground' as const, requirement: ground },
      })),
      at,
    );
    return answers.flatMap(({ key, agency, requirement: ground, row: by, number: certificate }) => {
      const of = lists.get(key);
      return of ? [{ orderNo: of.orderNo, ebpCode: of.ebpCode, agency, ground, row: by, certificate }] : [];
    });
  },
});

/** Puts inspections together; the parameters of today must be there. */
export function composeInspections(
  database: Database,
  parameters: ParameterTable,
  goodsCertificates: GoodsCertificates,
  around: () => AroundInspections,
): Inspections {
  const now = () => around().now();
  return wireInspections({
    ...{ database, now, certificates: certifiedInspections(goodsCertificates) },
    parameters: () => {
      const day = chinaDay(now().getTime());
      return inspectionParameters((key) => parameterOn(parameters, key, day)?.value);
    },
    lists: async (client, keys) => {
      const standing = await around().clearance.officers.look(client, keys);
      const documents = await importLists.load<ImportDeclaration>(
        client,
        keys.map(({ orderNo }) => orderNo),
      );
      return documents.flatMap(({ key, document }) => {
        const latest = standing.get(key)?.latest;
        const open = latest?.outcome === 'held' || latest?.outcome === 'forwarded';
        return latest && open ? inspectedList(document, latest) : [];
      });
    },
    closing: {
      told: (client, results, at) => agenciesTold(client, results, at),
      holding: (lists, work) => around().desk.inspected(lists, work),
      goOn: async (lists) => {
        const { committed } = await database.transaction((client) =>
          around().clearance.reconsider(client, lists),
        );
        committed();
      },
    },
    officerName: (accountId) => around().access.nameOf(accountId),
  });
}
