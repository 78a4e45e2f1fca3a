import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import { record } from '#journal';
import type { Bilingual } from '#kernel';
import type { Database } from '#postgres';
import type { Component } from '../domain/components.ts';
import { addIncident, addWord, endIncident, incidentOf } from '../storage/incidents.ts';

export interface IncidentPorts {
  readonly database: Database;
  readonly now: () => Date;
}

/** What somebody who runs the platform says of it. */
export interface Report {
  readonly component?: Component | undefined;
  readonly level: 'slow' | 'down';
  readonly word: Bilingual;
  /** ISO 8601; of planned work, when it begins and is to end. */
  readonly planned?: { readonly from: string; readonly until: string } | undefined;
}

/** Reports an incident, or announces planned work. */
export async function report(ports: IncidentPorts, byId: string, said: Report): Promise<string> {
  const at = ports.now();
  const { planned } = said;
  if (planned && Date.parse(planned.until) <= Math.max(Date.parse(planned.from), at.getTime()))
    throw new Problem(422, 'STATUS-TIMES', {
      zh: '计划维护须在开始之后、且在将来结束；请改正时间',
      en: 'Planned work ends after it begins, and in the future; mend the times',
    });
  const incidentId = randomUUID();
  await ports.database.transaction(async (client) => {
    await addIncident(client, {
      ...{ incidentId, component: said.component ?? null, level: said.level },
      kind: planned ? 'planned' : 'reported',
      beganAt: planned ? new Date(planned.from) : at,
      until: planned ? new Date(planned.until) : null,
    });
    await addWord(client, { incidentId, at, byId, word: said.word });
    await record(client, [{ at, kind: 'status-reported', subject: incidentId, body: { byId } }]);
  });
  return incidentId;
}

/** Says more of an incident, and ends it where it is over. @throws Problem where there is none, or it has ended */
export async function say(
  ports: IncidentPorts,
  byId: string,
  incidentId: string,
  { word, over = false }: { readonly word: Bilingual; readonly over?: boolean | undefined },
): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const incident = await incidentOf(client, incidentId);
    if (!incident)
      throw new Problem(404, 'INCIDENT-NOT-FOUND', { zh: '没有这个事件', en: 'There is no such incident' });
    if (incident.endedAt)
      throw new Problem(409, 'INCIDENT-ENDED', {
        zh: '事件已结束；如再发生，请另行报告',
        en: 'The incident has ended; report another if it happens again',
      });
    await addWord(client, { incidentId, at, byId, word });
    if (over) await endIncident(client, incidentId, at);
    const kind = over ? 'status-ended' : 'status-told';
    await record(client, [{ at, kind, subject: incidentId, body: { byId } }]);
  });
}
