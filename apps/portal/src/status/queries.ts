import { queryOptions } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { components } from '../api/schema.gen.ts';

export type StatusComponent = components['schemas']['StatusComponent'];
export type StatusIncident = components['schemas']['StatusIncident'];
export type StatusLevel = components['schemas']['StatusLevel'];
export type IncidentReport = components['schemas']['IncidentReport'];
export type IncidentWord = components['schemas']['IncidentWord'];

/** It is measured once a minute; whoever leaves the page open sees the next. */
const refetchMs = 30_000;

export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/status', { signal })),
    refetchInterval: refetchMs,
  });

export function reportIncident(body: IncidentReport) {
  return answerOf(client.POST('/api/status/incidents', { body }));
}

export function tellOfIncident(incidentId: string, body: IncidentWord) {
  return answerOf(
    client.POST('/api/status/incidents/{incidentId}/words', { params: { path: { incidentId } }, body }),
  );
}
