import { z } from 'zod';
import { accessTo, callerOf } from '#access';
import { answer, counted, type Http, harmlessTwice, problems } from '#http';
import { endHold, retentionRecord, setHold } from '../application/holds.ts';
import type { OwnDataPorts } from '../application/own-data.ts';
import { afterwards, confidences } from '../domain/retention.ts';

const row = z.object({
  ...{ kind: z.string(), zh: z.string(), en: z.string(), countedFrom: z.string(), rule: z.string() },
  months: z.number().int().optional(),
  afterwards: z.enum(afterwards),
  doneBy: z.string().meta({ description: '`nobody` where it is kept longer than it would have to be.' }),
  ...{ source: z.string(), confidence: z.enum(confidences) },
});

const retentionView = z
  .object({ rows: z.array(row) })
  .meta({ id: 'Retention', description: 'What is kept, for how long and why.', examples: [{ rows: [] }] });

const hold = z.object({
  ...{ holdId: z.uuid(), orderNo: z.string().optional(), reason: z.string(), paperNo: z.string() },
  ...{ setAt: z.iso.datetime(), liftedAt: z.iso.datetime().optional(), liftReason: z.string().optional() },
});

const counts = z.record(z.string(), z.number().int());
const recordView = z
  .object({
    holds: z.array(hold),
    runs: z.array(
      z.object({ beganAt: z.iso.datetime(), endedAt: z.iso.datetime(), erased: counts, held: counts }),
    ),
  })
  .meta({ id: 'RetentionRecord', examples: [{ holds: [], runs: [] }] });

const words = z.string().trim().min(3).max(500);
const holdBody = z
  .object({
    orderNo: z.string().trim().min(1).max(60).optional().meta({ description: 'Left out: everything.' }),
    reason: words,
    paperNo: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .meta({ description: 'Number of the letter that asks for it.' }),
  })
  .meta({
    id: 'LegalHoldRequest',
    examples: [{ orderNo: 'D260310S01A', reason: '法院保全', paperNo: '（2026）云01民初1号' }],
  });
const liftBody = z
  .object({ reason: words })
  .meta({ id: 'LegalHoldLifting', examples: [{ reason: '案件终结' }] });
const holdMade = z
  .object({ holdId: z.uuid() })
  .meta({ id: 'LegalHoldMade', examples: [{ holdId: '0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a' }] });

const described = { tags: ['persons'], security: [{ session: [] }] };

/** What is kept for how long, what was erased, and what is held past its time. */
export function retentionRoutes(app: Http, ports: OwnDataPorts): void {
  app.get(
    '/api/retention',
    {
      config: { ...accessTo('retention', 'read'), ...counted('public') },
      schema: {
        operationId: 'getRetention',
        summary: 'What is kept, for how long, from when, and on what legal ground',
        tags: ['persons'],
        security: [],
        response: { 200: answer('The table.', retentionView), ...problems(503) },
      },
    },
    async () => ({ rows: [...ports.retention.rows] }),
  );
  app.get(
    '/api/retention/record',
    {
      config: accessTo('retention', 'read-record'),
      schema: {
        ...described,
        operationId: 'getRetentionRecord',
        summary: 'What was erased, and what is held past its time',
        response: { 200: answer('The record.', recordView), ...problems(401, 403, 503) },
      },
    },
    async () => retentionRecord(ports),
  );
  holdRoutes(app, ports);
}

function holdRoutes(app: Http, ports: OwnDataPorts): void {
  app.post(
    '/api/retention/holds',
    {
      config: accessTo('retention', 'hold'),
      schema: {
        ...described,
        operationId: 'setLegalHold',
        summary: 'Hold an order, or everything, past its time, because a court or an authority asks for it',
        body: holdBody,
        response: { 201: answer('Held.', holdMade), ...problems(400, 401, 403, 415, 503) },
      },
    },
    async (request, reply) => reply.code(201).send(await setHold(ports, callerOf(request), request.body)),
  );
  app.post(
    '/api/retention/holds/:holdId/lifting',
    {
      config: { ...accessTo('retention', 'hold'), ...harmlessTwice('Lifted twice is lifted.') },
      schema: {
        ...described,
        operationId: 'liftLegalHold',
        summary: 'Lift a hold',
        params: z.object({ holdId: z.uuid() }),
        body: liftBody,
        response: {
          204: z.null().meta({ description: 'Lifted.' }),
          ...problems(400, 401, 403, 404, 415, 503),
        },
      },
    },
    async (request, reply) => {
      await endHold(ports, callerOf(request), request.params.holdId, request.body.reason);
      return reply.code(204).send(null);
    },
  );
}
