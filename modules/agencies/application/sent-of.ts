import type { Queryable } from '#postgres';
import { groundsOf } from '../domain/grounds.ts';
import { sendingsOfLists } from '../storage/sendings.ts';
import { agencyName } from './companion.ts';
import type { AgencyPorts } from './ports.ts';

/** Which agency got what of import lists, when, for what and by which law; the latest first. */
export async function sentOfLists(
  { projections, chinaDay }: Pick<AgencyPorts, 'projections' | 'chinaDay'>,
  reader: Queryable,
  lists: readonly { readonly orderNo: string; readonly ebpCode: string }[],
  most: number,
) {
  const imports = lists.map((list) => ({ ...list, ebcCode: '' }));
  return (await sendingsOfLists(reader, imports, most)).map(
    ({ orderNo, ebpCode, agency, way, fields, at }) => ({
      ...{ orderNo, ebpCode, agency: agencyName(agency), way, at },
      grounds: groundsOf(projections, agency, fields, chinaDay(at)),
    }),
  );
}
