import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import { confirmingRefused, standingOf } from '../domain/standing.ts';
import { tryAgain, tryAllAgain } from '../storage/deliveries.ts';
import { type AgencyLink, lockLink, putLink, setResting } from '../storage/links.ts';
import { linkView, noLink } from './keeping-links.ts';
import type { AgencyPorts } from './ports.ts';

type Ports = Pick<AgencyPorts, 'database' | 'now'>;

async function linkTo(client: Client, agency: string): Promise<AgencyLink> {
  const link = await lockLink(client, agency);
  if (!link) throw noLink(agency);
  return link;
}

/**
 * Lets an agency decide over its link, at the address that was looked at; whoever set the link does not confirm it.
 * @throws Problem 404, 409
 */
export async function confirmLink({ database, now }: Ports, agency: string, seen: string, by: string) {
  const at = now();
  return database.transaction(async (client) => {
    const link = await linkTo(client, agency);
    const refused = confirmingRefused(link, seen, by);
    if (refused) throw refusals[refused]();
    const set = await putLink(client, { ...link, judge: 'live' }, { by, at });
    await record(client, [
      {
        ...{ at, kind: 'agency-link-confirmed', subject: agency },
        body: { agency, address: seen, askedBy: link.changedBy, by },
      },
    ]);
    return { ...linkView(set, by), judge: set.judge };
  });
}

const refusals = {
  'not-asked': () =>
    new Problem(409, 'AGENCY-LINK-NOT-ASKED', {
      zh: '没有待确认的此项设置，或已改为其他地址；请刷新后再看',
      en: 'Nothing of the kind waits to be confirmed, or it is another address by now; look again',
    }),
  'four-eyes': () =>
    new Problem(409, 'AGENCY-LINK-FOUR-EYES', {
      zh: '提出由部门自行决定的人不能自行确认，请由另一人确认',
      en: 'Whoever asked that the agency decide itself cannot confirm it: somebody else has to',
    }),
} as const;

/** Has a link over which an agency decides rest: nothing goes over it, and what is asked waits. @throws Problem 404, 409 */
export async function pauseLink(ports: Ports, agency: string, reason: string, by: string): Promise<void> {
  await rest(ports, agency, 'deciding', { kind: 'agency-link-paused', body: { agency, reason, by } });
}

/** Has a paused link go on at once. @throws Problem 404, 409 */
export async function resumeLink(ports: Ports, agency: string, by: string): Promise<void> {
  await rest(ports, agency, 'paused', { kind: 'agency-link-resumed', body: { agency, by } });
}

async function rest(
  { database, now }: Ports,
  agency: string,
  from: 'deciding' | 'paused',
  entry: { readonly kind: string; readonly body: object },
): Promise<void> {
  const at = now();
  await database.transaction(async (client) => {
    if (standingOf(await linkTo(client, agency)) !== from)
      throw new Problem(409, 'AGENCY-LINK-STANDING', {
        zh: '对接目前的状态不能暂停或恢复；请刷新',
        en: 'The link does not stand where it could be paused, or go on; look again',
      });
    await setResting(client, agency, from === 'deciding', at);
    await record(client, [{ at, subject: agency, ...entry }]);
  });
}

/** Has a delivery that did not arrive tried again at once. @throws Problem 404 */
export async function replayDelivery(
  { database, now }: Pick<AgencyPorts, 'database' | 'now'>,
  agency: string,
  deliveryId: string,
  by: string,
): Promise<void> {
  const at = now();
  await database.transaction(async (client) => {
    if (!(await tryAgain(client, agency, deliveryId, at)))
      throw new Problem(404, 'AGENCY-DELIVERY-NOT-FOUND', {
        zh: '没有这次送达，或已送达',
        en: 'There is no such delivery, or it has arrived',
      });
    await record(client, [
      {
        at,
        kind: 'agency-delivery-replayed',
        subject: `${agency}/${deliveryId}`,
        body: { agency, deliveryId, by },
      },
    ]);
  });
}

/** Has all that failed on the way to an agency tried again at once. @returns how many there were */
export async function replayFailed({ database, now }: Ports, agency: string, by: string): Promise<number> {
  const at = now();
  return database.transaction(async (client) => {
    const replayed = await tryAllAgain(client, agency, at);
    if (replayed > 0)
      await record(client, [
        { at, kind: 'agency-deliveries-replayed', subject: agency, body: { agency, replayed, by } },
      ]);
    return replayed;
  });
}
