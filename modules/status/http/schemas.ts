import { z } from 'zod';
import { bilingual } from '#http';

const componentCode = z
  .enum(['portal', 'intake', 'judging', 'customs', 'database'])
  .meta({ id: 'StatusComponentCode' });
const level = z.enum(['working', 'slow', 'down', 'unmeasured']).meta({
  id: 'StatusLevel',
  description: 'unmeasured: nobody has looked for some minutes, as when no server was running.',
});
const instant = z.iso.datetime();
const minutes = z.int().min(0);

const component = z
  .object({
    code: componentCode,
    name: bilingual,
    measured: bilingual.meta({ description: 'What is measured.' }),
    level,
    ms: z.int().optional().meta({ description: 'How long the latest look took, where it took time.' }),
    days: z
      .array(
        z.object({
          day: z.iso.date().meta({ description: 'In China.' }),
          working: minutes,
          slow: minutes,
          down: minutes,
          unmeasured: minutes,
        }),
      )
      .meta({
        description: 'Minutes of each day, oldest first; days before the first measurement are left out.',
      }),
  })
  .meta({ id: 'StatusComponent' });

const incident = z
  .object({
    incidentId: z.uuid(),
    component: componentCode.optional(),
    kind: z.enum(['measured', 'reported', 'planned']).meta({
      description: 'measured: begun and ended by the platform itself; reported, planned: by who runs it.',
    }),
    level: z.enum(['slow', 'down']),
    beganAt: instant,
    until: instant.optional().meta({ description: 'Of planned work: when it is to end.' }),
    endedAt: instant.optional(),
    words: z
      .array(z.object({ at: instant, zh: z.string(), en: z.string() }))
      .meta({ description: 'What was said, newest first.' }),
  })
  .meta({ id: 'StatusIncident' });

const day = { day: '2026-03-10', working: 596, slow: 4, down: 0, unmeasured: 0 };

export const statusPage = z
  .object({
    level,
    measuredAt: instant.optional(),
    now: instant,
    components: z.array(component),
    incidents: z.array(incident).meta({ description: 'Newest first: open, planned, and of the days shown.' }),
  })
  .meta({
    id: 'StatusPage',
    examples: [
      {
        ...{ level: 'working', measuredAt: '2026-03-10T02:00:00.000Z', now: '2026-03-10T02:00:41.120Z' },
        components: [
          {
            code: 'database',
            name: { zh: '数据库', en: 'Database' },
            measured: { zh: '一次最小查询的用时', en: 'how long the least question takes' },
            ...{ level: 'working', ms: 1, days: [day] },
          },
        ],
        incidents: [],
      },
    ],
  });

export type StatusPage = z.infer<typeof statusPage>;

const words = z.object({ zh: z.string().trim().min(1).max(1000), en: z.string().trim().min(1).max(1000) });
const offsetInstant = z.iso.datetime({ offset: true });

export const incidentReport = z
  .object({
    component: componentCode.optional(),
    level: z.enum(['slow', 'down']),
    word: words,
    planned: z
      .object({ from: offsetInstant, until: offsetInstant })
      .optional()
      .meta({ description: 'Of planned work.' }),
  })
  .meta({
    id: 'IncidentReport',
    examples: [
      {
        level: 'down',
        word: { zh: '今晚升级数据库。', en: 'The database is upgraded tonight.' },
        planned: { from: '2026-03-10T22:00:00+08:00', until: '2026-03-10T23:00:00+08:00' },
      },
    ],
  });

export const incidentMade = z
  .object({ incidentId: z.uuid() })
  .meta({ id: 'IncidentMade', examples: [{ incidentId: '01a20a5a-0cd5-7dd3-a744-0d97a23340b7' }] });

export const incidentParams = z.object({ incidentId: z.uuid() });

export const incidentWord = z
  .object({
    word: words,
    over: z.boolean().optional().meta({ description: 'Whether the incident is over.' }),
  })
  .meta({
    id: 'IncidentWord',
    examples: [{ word: { zh: '已恢复。', en: 'It works again.' }, over: true }],
  });
