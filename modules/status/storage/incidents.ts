import type { Bilingual } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import type { Component, Level } from '../domain/components.ts';

export interface Incident {
  readonly incidentId: string;
  readonly component: Component | null;
  readonly kind: 'measured' | 'reported' | 'planned';
  readonly level: Exclude<Level, 'working'>;
  readonly beganAt: Date;
  readonly until: Date | null;
  readonly endedAt: Date | null;
}

/** Holds back every other server until the transaction ends, so that an incident begins once. */
export async function holdIncidents(client: Client): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('status.incident'))`);
}

const open = `select component, incident_id as "incidentId" from status.incident where kind = 'measured' and ended_at is null`;

/** Measured incidents that have not ended, by component. */
export async function openMeasured(client: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await client.query<{ component: string; incidentId: string }>(open);
  return new Map(rows.map(({ component, incidentId }) => [component, incidentId]));
}

export async function addIncident(client: Client, incident: Omit<Incident, 'endedAt'>): Promise<void> {
  await client.run(
    `insert into status.incident (incident_id, component, kind, level, began_at, until) values ($1, $2, $3, $4, $5, $6)`,
    [
      ...[incident.incidentId, incident.component, incident.kind, incident.level],
      ...[incident.beganAt, incident.until],
    ],
  );
}

/** Ends an incident that is open; whether it was. */
export async function endIncident(client: Client, incidentId: string, at: Date): Promise<boolean> {
  const ended = await client.query(
    'update status.incident set ended_at = $2 where incident_id = $1 and ended_at is null returning incident_id',
    [incidentId, at],
  );
  return ended.length > 0;
}

export async function addWord(
  client: Client,
  { incidentId, at, byId, word }: { incidentId: string; at: Date; byId: string | null; word: Bilingual },
): Promise<void> {
  await client.run(
    'insert into status.incident_word (incident_id, at, by_id, zh, en) values ($1, $2, $3, $4, $5)',
    [incidentId, at, byId, word.zh, word.en],
  );
}

export async function incidentOf(client: Client, incidentId: string): Promise<Incident | undefined> {
  return (await client.query<Incident>(`${columns} where incident_id = $1 for update`, [incidentId]))[0];
}

const columns = `
select incident_id as "incidentId", component, kind, level, began_at as "beganAt", until, ended_at as "endedAt"
from status.incident`;

/** Shown at once at most (D): a page is read by people. */
const mostShown = 50;

const shown = statement(
  `${columns} where ended_at is null or ended_at > $1 order by began_at desc, incident_id limit ${mostShown}`,
);

const words = statement(`
select incident_id as "incidentId", at, zh, en from status.incident_word where incident_id = any($1::uuid[])
order by incident_id, at desc, seq desc`);

export interface Word extends Bilingual {
  readonly incidentId: string;
  readonly at: Date;
}

/** Incidents that are open, are to come, or ended since an instant, newest first, with what was said of each. */
export async function incidentsSince(
  client: Queryable,
  since: Date,
): Promise<(Incident & { words: readonly Word[] })[]> {
  const incidents = await client.query<Incident>(shown, [since]);
  const said = await client.query<Word>(words, [incidents.map(({ incidentId }) => incidentId)]);
  return incidents.map((incident) => ({
    ...incident,
    words: said.filter(({ incidentId }) => incidentId === incident.incidentId),
  }));
}
