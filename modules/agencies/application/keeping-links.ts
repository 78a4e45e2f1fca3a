import { agencies } from '#access';
import { Problem, tagOf } from '#http';
import { record } from '#journal';
import { newSecret } from '#notices';
import { linkAfter, standingOf } from '../domain/standing.ts';
import { deliveryCounts } from '../storage/deliveries.ts';
import { type AgencyLink, links, lockLink, putLink, removeLink, sealLinkSecret } from '../storage/links.ts';
import { waitingCounts } from '../storage/questions.ts';
import { agencyName } from './companion.ts';
import type { AgencyPorts } from './ports.ts';

/** How the links are: who decides for each agency, how the link is, and what waits. */
export async function agencyLinks({ database, now }: Pick<AgencyPorts, 'database' | 'now'>, reader: string) {
  const { readers } = database;
  const [kept, waiting, counts] = await Promise.all([
    links(readers),
    waitingCounts(readers),
    deliveryCounts(readers),
  ]);
  const numberOf = (agency: string, state: string): number =>
    counts.find((one) => one.agency === agency && one.state === state)?.number ?? 0;
  return {
    agencies: Object.keys(agencies).map((agency) => {
      const link = kept.find((one) => one.agency === agency);
      const open = waiting.find((one) => one.agency === agency);
      return {
        ...{ agency, name: agencyName(agency), judge: link?.judge ?? ('engine' as const) },
        ...(link ? { link: linkView(link, reader) } : {}),
        waiting: open?.waiting ?? 0,
        ...(open ? { oldest: open.oldest.toISOString() } : {}),
        deliveries: { waiting: numberOf(agency, 'waiting'), failed: numberOf(agency, 'failed') },
      };
    }),
    now: now().toISOString(),
  };
}

/** A link as its reader sees it: what they set themselves is marked, as they cannot confirm it. */
export function linkView(link: AgencyLink, reader: string) {
  const { address, changedAt, changedBy, lastGoodAt, failingSince, fault } = link;
  return {
    ...{ address, tag: tagOfLink(link), changedAt: changedAt.toISOString() },
    ...{ standing: standingOf(link), own: changedBy === reader },
    ...(lastGoodAt ? { lastGoodAt: lastGoodAt.toISOString() } : {}),
    ...(failingSince ? { failingSince: failingSince.toISOString() } : {}),
    ...(fault === null ? {} : { fault }),
  };
}

const tagOfLink = ({ agency, revision }: Pick<AgencyLink, 'agency' | 'revision'>): string =>
  tagOf(agency, revision);

export interface LinkWish {
  readonly address: string;
  readonly judge: 'engine' | 'live';
  /** Keeps the secret there is, where there is one. */
  readonly newSecret?: boolean | undefined;
}

/**
 * Sets the link to an agency. That the agency decides itself is only asked for, and counts once somebody else has
 * confirmed it. The secret is told when it is made, and never again.
 * @param unchanged given the tag of the link as it is, throws where the caller has seen another
 * @throws Problem 412, 422
 */
export async function setLink(
  ports: Pick<AgencyPorts, 'database' | 'now' | 'mayAsk'>,
  agency: string,
  wish: LinkWish,
  by: string,
  unchanged: (tag: string) => void,
) {
  const { database, now, mayAsk } = ports;
  if (!mayAsk(wish.address))
    throw new Problem(422, 'AGENCY-LINK-ADDRESS', {
      zh: '地址不可用：应为完整的 https:// 地址，不含用户名、查询和 # 部分；内网地址须由运营方在 CHAMA_AGENCY_NETWORKS 中放行',
      en: 'Not an address that can be asked: a whole https:// one without user, query and fragment; the operator allows private networks by CHAMA_AGENCY_NETWORKS',
    });
  const at = now();
  return database.transaction(async (client) => {
    const before = await lockLink(client, agency);
    if (before) unchanged(tagOfLink(before));
    const fresh = before === undefined || wish.newSecret === true ? newSecret() : undefined;
    const secret =
      fresh === undefined ? (before?.secret ?? '') : sealLinkSecret(database.vault, agency, fresh);
    const link = await putLink(
      ...([client, { agency, secret, ...linkAfter(before, wish) }, { by, at }] as const),
    );
    const { address, judge } = link;
    const asked = standingOf(link) === 'asked';
    await record(client, [
      {
        ...{ at, kind: asked ? 'agency-link-asked' : 'agency-link-set', subject: agency },
        body: { agency, address, judge, by, anew: fresh !== undefined },
      },
    ]);
    return { ...linkView(link, by), judge, ...(fresh === undefined ? {} : { secret: fresh }) };
  });
}

/** Takes a link away: from then on the table and the agency's officers decide. @throws Problem 404 */
export async function endLink(
  { database, now }: Pick<AgencyPorts, 'database' | 'now'>,
  agency: string,
  by: string,
): Promise<void> {
  const at = now();
  await database.transaction(async (client) => {
    if (!(await removeLink(client, agency))) throw noLink(agency);
    await record(client, [{ at, kind: 'agency-link-ended', subject: agency, body: { agency, by } }]);
  });
}

export const noLink = (agency: string): Problem =>
  new Problem(404, 'AGENCY-LINK-NOT-FOUND', {
    zh: `没有与 ${agencyName(agency).zh} 的对接`,
    en: `There is no link to ${agencyName(agency).en}`,
  });
