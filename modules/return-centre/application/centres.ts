import { record } from '#journal';
import { centreFinding } from '../domain/finding-codes.ts';
import { type Centre, centreOf, centresAfter, writeCentre } from '../storage/centres.ts';
import type { By, CentrePorts } from './ports.ts';
import { noCentre, wrongInput } from './problems.ts';

export type { Centre } from '../storage/centres.ts';

/** Files a return centre, or how it is from now on. @throws Problem CENTRES-INPUT */
export async function fileCentre(ports: CentrePorts, by: By, centre: Centre): Promise<Centre> {
  const { owner, openedOn, validTo, centreCode } = centre;
  const findings = [
    ...((await ports.isActive(owner)) ? [] : [centreFinding('CENTRE-OWNER', 'owner')]),
    ...(validTo !== null && validTo < openedOn ? [centreFinding('CENTRE-DAYS', 'validTo')] : []),
  ];
  if (findings.length > 0) throw wrongInput(findings);
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    await writeCentre(client, centre, by.id, at);
    const body = { by: by.id, owner, customsCode: centre.customsCode };
    await record(client, [{ at, kind: 'return-centre-filed', subject: centreCode, body }]);
  });
  return centre;
}

/** A centre in which somebody may work: their own, or any for the park. @throws Problem CENTRES-NOT-FOUND */
export async function centreFor(
  { database }: Pick<CentrePorts, 'database'>,
  centreCode: string,
  party: string | undefined,
): Promise<Centre> {
  const centre = await centreOf(database, centreCode);
  if (!centre || (party !== undefined && centre.owner !== party)) throw noCentre(centreCode);
  return centre;
}

/** Centres in the order of their codes. */
export const centresFrom = ({ database }: CentrePorts, after: string, limit: number): Promise<Centre[]> =>
  centresAfter(database.readers, after, limit);
