import type { z } from 'zod';
import { accessTo } from '#access';
import { answer, type Http, problems } from '#http';
import { actOn, arrive, depart } from '../application/act.ts';
import { resolve } from '../application/alerts.ts';
import { handOver } from '../application/legs.ts';
import type { Actor, TransitPorts } from '../application/ports.ts';
import { transitDetail } from '../application/reading.ts';
import { putInPlace, reportBroken, seal, unseal, writeOff } from '../application/seals.ts';
import { actingOf, described, describedForPeople, detailView } from './described.ts';
import * as schemas from './schemas.ts';

/** What one route of an act is. */
interface ActRoute<Body extends z.ZodType> {
  readonly path: string;
  readonly action: 'carry' | 'cancel' | 'decide';
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: Body;
  readonly run: (actor: Actor, transitNo: string, body: z.output<Body>) => Promise<unknown>;
}

/** Every step of a transit is asked for and answered in the one way. */
function actRoute<Body extends z.ZodType>(app: Http, ports: TransitPorts, route: ActRoute<Body>): void {
  const { path, action, operationId, summary, description, body, run } = route;
  app.post(
    `/api/transits/:transitNo/${path}`,
    {
      config: accessTo('transits', action),
      schema: {
        ...(action === 'decide' ? describedForPeople : described),
        ...{ operationId, summary, params: schemas.transitParams, body },
        ...(description === undefined ? {} : { description }),
        response: {
          200: answer('The transit as it is now.', schemas.transitDetail),
          ...problems(400, 401, 403, 404, 409, 415, 422),
        },
      },
    },
    async (request) => {
      const { transitNo } = request.params as z.output<typeof schemas.transitParams>;
      const actor = actingOf(request);
      await run(actor, transitNo, request.body as z.output<Body>);
      return detailView(await transitDetail(ports, transitNo, actor), ports.now());
    },
  );
}

/** What is done with a transit. */
export function actRoutes(app: Http, ports: TransitPorts): void {
  deciding(app, ports);
  carrying(app, ports);
  arriving(app, ports);
}

function deciding(app: Http, ports: TransitPorts): void {
  actRoute(app, ports, {
    ...{ path: 'approve', action: 'decide', operationId: 'approveTransit', body: schemas.withNote },
    summary: 'Approve a transit, at the office of departure',
    run: (actor, transitNo, { note = '' }) => actOn(ports, actor, transitNo, { act: 'approve', note }),
  });
  actRoute(app, ports, {
    ...{ path: 'refuse', action: 'decide', operationId: 'refuseTransit', body: schemas.withReason },
    summary: 'Refuse a transit, at the office of departure: its lists are free again',
    run: (actor, transitNo, { reason }) => actOn(ports, actor, transitNo, { act: 'refuse', note: reason }),
  });
  actRoute(app, ports, {
    ...{ path: 'cancel', action: 'cancel', operationId: 'cancelTransit', body: schemas.withReason },
    summary: 'Cancel a transit that has not set out: its lists are free again',
    description: 'The applicant may until it is sealed, the office of departure until it has set out.',
    run: (actor, transitNo, { reason }) => actOn(ports, actor, transitNo, { act: 'cancel', note: reason }),
  });
  actRoute(app, ports, {
    ...{ path: 'seals', action: 'decide', operationId: 'sealTransit', body: schemas.newSeals },
    summary: 'Put seals on, at the office of departure',
    run: (actor, transitNo, { sealNos }) => seal(ports, actor, transitNo, sealNos),
  });
}

function carrying(app: Http, ports: TransitPorts): void {
  actRoute(app, ports, {
    ...{ path: 'departure', action: 'carry', operationId: 'departTransit', body: schemas.withNote },
    summary: 'Set out: the usual time and the time limit run from now on',
    run: (actor, transitNo) => depart(ports, actor, transitNo),
  });
  actRoute(app, ports, {
    ...{ path: 'handovers', action: 'carry', operationId: 'handOverTransit', body: schemas.handingOver },
    summary: 'Hand the goods over to the next leg, with every seal as it was found',
    description:
      'Written down by the carrier of the next leg, or by customs of either end or of the place; it carries the goods from then on. A seal that is not intact raises an alert; only customs puts one on in the place of another.',
    run: (actor, transitNo, { note = '', ...body }) => handOver(ports, actor, transitNo, { ...body, note }),
  });
  actRoute(app, ports, {
    ...{ path: 'broken-seal', action: 'carry', operationId: 'reportBrokenSeal', body: schemas.brokenSeal },
    summary: 'Report a seal as broken',
    description: 'Raises an alert that an officer looks into before the transit is written off.',
    run: (actor, transitNo, body) => reportBroken(ports, actor, transitNo, body),
  });
  actRoute(app, ports, {
    ...{ path: 'seal-in-place', action: 'decide', operationId: 'replaceSeal', body: schemas.sealInPlace },
    summary: 'Put a new seal on in place of another',
    run: (actor, transitNo, { note = '', ...seals }) =>
      putInPlace(ports, actor, transitNo, { ...seals, note }),
  });
  actRoute(app, ports, {
    ...{ path: 'arrival', action: 'carry', operationId: 'arriveTransit', body: schemas.withNote },
    summary: 'Take a transit in at its destination',
    description:
      'A carrier reports it where the last position is near the destination. An officer of another office may take it in there, with a reason in `note`: then that office is its destination.',
    run: (actor, transitNo, { note = '' }) => arrive(ports, actor, transitNo, note),
  });
}

function arriving(app: Http, ports: TransitPorts): void {
  actRoute(app, ports, {
    ...{ path: 'unsealing', action: 'decide', operationId: 'unsealTransit', body: schemas.checkedSeals },
    summary: 'Take the seals off, each looked at, at the office of destination',
    run: (actor, transitNo, { seals }) => unseal(ports, actor, transitNo, seals),
  });
  actRoute(app, ports, {
    ...{ path: 'write-off', action: 'decide', operationId: 'writeOffTransit', body: schemas.writtenOff },
    summary: 'Write a transit off, at the office of destination: it has come in whole',
    description:
      'Barred while an alert is open. Where other packages were counted than applied for, `note` says why.',
    run: (actor, transitNo, { counted, note = '' }) => writeOff(ports, actor, transitNo, { counted, note }),
  });
  actRoute(app, ports, {
    ...{
      path: 'alerts/resolve',
      action: 'decide',
      operationId: 'resolveTransitAlert',
      body: schemas.resolution,
    },
    summary: 'Say what was found out about an alert, at either office',
    run: (actor, transitNo, body) => resolve(ports, actor, transitNo, body),
  });
}
