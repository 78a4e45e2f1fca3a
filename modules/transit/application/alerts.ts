import { Problem } from '#http';
import { record } from '#journal';
import type { AlertKind } from '../domain/alerts.ts';
import { resolveAlert } from '../storage/alerts.ts';
import { lockTransit } from '../storage/transits.ts';
import { type Actor, codeOf, partiesOf, type TransitPorts } from './ports.ts';
import { noTransit, wrongParty } from './refusals.ts';

/** Says what an officer of either office has found out about an alert. @throws Problem 404, 409 */
export async function resolve(
  ports: TransitPorts,
  officer: Actor,
  transitNo: string,
  {
    kind,
    occasion,
    reason,
  }: { readonly kind: AlertKind; readonly occasion: string; readonly reason: string },
): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const transit = await lockTransit(client, transitNo);
    if (!transit) throw noTransit(transitNo);
    if (partiesOf(ports, transit, officer).includes('elsewhere')) throw wrongParty();
    const resolved = { by: officer.id, office: codeOf(officer), reason, at };
    if (!(await resolveAlert(client, transitNo, { kind, occasion }, resolved)))
      throw new Problem(409, 'TRANSIT-ALERT-RESOLVED', {
        zh: '没有这项未办结的预警',
        en: 'There is no such alert that is open',
      });
    const { applicant, carrier } = transit;
    const body = {
      transitNo,
      alert: kind,
      reason,
      enterprise: applicant,
      recipient: carrier,
      by: officer.id,
    };
    await record(client, [{ at, kind: 'transit-alert-resolved', subject: transitNo, body }]);
  });
}
