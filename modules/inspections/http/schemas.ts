import { z } from 'zod';
import { bilingual } from '#http';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const plainText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
const code = z.string().regex(/^[A-Z0-9-]{2,40}$/);
const orderNo = z.string().min(1).max(60);
const ebpCode = z.string().min(1).max(18);
const entryId = z.uuid().meta({
  description:
    'Made by who enters it, so that what is sent twice, as after a lost connection, is written once.',
});
const agency = z.string().regex(/^[a-z-]{2,20}$/);
const office = z.string().regex(/^\d{4}$/);
const siteCode = z
  .string()
  .regex(/^[A-Z0-9]{4,12}$/)
  .meta({ example: 'KMGSITE1' });

export const idParams = z.object({ inspectionId: z.uuid() });
export const siteParams = z.object({ siteCode });

const minute = z.int().min(0).max(1_440);
const opening = z.object({
  weekday: z.int().min(1).max(7).meta({ description: '1 is Monday.' }),
  opens: minute.meta({ description: 'Minutes after midnight in China.' }),
  closes: minute,
  from: day,
  to: day.optional(),
  capacity: z.int().min(1).max(1_000).meta({ description: 'Visits a slot.' }),
});
const siteBody = z.object({
  name: bilingual,
  customsCode: office.meta({ description: 'Office of customs it belongs to.' }),
  address: plainText(200),
  slotMinutes: z.int().min(10).max(480),
  openings: z.array(opening).max(200),
  closedDays: z.array(z.object({ day, why: plainText(100) })).max(400),
});
const siteExample = {
  ...{ name: { zh: '昆明机场跨境电商监管场所', en: 'Kunming airport e-commerce site' }, customsCode: '8620' },
  ...{ address: '昆明市官渡区长水', slotMinutes: 60 },
  openings: [{ weekday: 1, opens: 540, closes: 1_020, from: '2026-01-01', capacity: 4 }],
  closedDays: [{ day: '2026-10-01', why: '国庆节' }],
};
export const newSite = siteBody
  .extend({ seen: z.int().min(0).meta({ description: 'Revision it was seen at; 0 for a new one.' }) })
  .meta({ id: 'InspectionSiteFiling', examples: [{ ...siteExample, seen: 0 }] });
export const site = siteBody
  .extend({ siteCode, revision: z.int() })
  .meta({ id: 'InspectionSite', examples: [{ ...siteExample, siteCode: 'KMGSITE1', revision: 1 }] });
export const sitesList = z
  .object({
    sites: z.array(site),
    now: time.meta({ description: 'By the clock here, which calendars go by.' }),
  })
  .meta({ id: 'InspectionSites' });

export const slotsQuery = z.object({ from: day, days: z.coerce.number().int().min(1).max(31).default(7) });
export const slotsSchema = z
  .object({
    slots: z.array(
      z.object({
        startsAt: time,
        capacity: z.int(),
        free: z.int(),
        open: z.boolean().meta({ description: 'Whether it may be booked now, as far as time goes.' }),
      }),
    ),
  })
  .meta({ id: 'InspectionSlots' });

export const inspectionStates = ['waiting', 'booked', 'begun', 'closed', 'lapsed'] as const;
const common = {
  ...{ inspectionId: z.uuid(), state: z.enum(inspectionStates), customsCode: office },
  ...{ siteCode: siteCode.optional(), startsAt: time.optional(), noShows: z.int(), openedAt: time },
  ...{ begunAt: time.optional(), endedAt: time.optional() },
};
export const pageQuery = z.object({
  state: z
    .string()
    .regex(/^[a-z]+(,[a-z]+)*$/)
    .optional()
    .meta({ description: `One or some of ${inspectionStates.join(', ')}, with commas between.` }),
  siteCode: siteCode.optional(),
  customsCode: office.optional().meta({ description: 'Those of one office.' }),
  agency: agency.optional().meta({ description: 'Those in which this agency wants something.' }),
  ebpCode: ebpCode.optional().meta({ description: 'With orderNo: those of one list.' }),
  orderNo: orderNo.optional(),
  from: day.optional().meta({ description: 'Booked from this day on.' }),
  days: z.coerce.number().int().min(1).max(31).default(7),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const inspectionsPage = z
  .object({
    inspections: z.array(
      z.object({
        ...common,
        ...{ lists: z.int(), openHolds: z.int(), agencies: z.array(agency), goodsName: z.string() },
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'Inspections' });

const holdState = z.enum(['open', 'conforming', 'nonconforming', 'recognised', 'lapsed']);
const named = z.object({ code: z.string(), zh: z.string(), en: z.string() });
const hold = z.object({
  ...{ orderNo, ebpCode, agency, ground: named, note: z.string(), sampleWanted: z.boolean() },
  ...{ tradeMode: z.string(), goodsName: z.string(), openedAt: time, state: holdState },
  reason: named.optional().meta({ description: 'What does not conform, or why another’s result counts.' }),
  found: z.string(),
  endedAt: time.optional(),
  restsOn: z
    .object({ agency, ground: named, endedAt: time.optional() })
    .optional()
    .meta({ description: 'Of what is recognised: the result that counts for it.' }),
  certificate: z
    .string()
    .optional()
    .meta({ description: 'Of what is recognised: the number of the certificate that counts for it.' }),
});
const sample = z.object({
  ...{ sampleNo: z.string(), orderNo, ebpCode, agency, ground: z.string(), what: z.string() },
  sealNo: z.string(),
  state: z.enum(['taken', 'sent', 'received', 'conforming', 'nonconforming']),
  ...{ changedAt: time, laboratory: z.string().optional(), reportNo: z.string().optional() },
});
const photo = z.object({
  ...{ photoId: z.uuid(), shows: z.string(), type: z.string(), width: z.int(), height: z.int() },
  ...{ sizeBytes: z.int(), addedAt: time, orderNo: orderNo.optional(), ebpCode: ebpCode.optional() },
});
const correction = z.object({
  ...{ entryId: z.uuid(), at: time, orderNo, ebpCode, agency, ground: z.string() },
  verdict: z.enum(['conforming', 'nonconforming']),
  reason: named.optional(),
  ...{ found: z.string(), why: z.string() },
  confirmedAt: time.optional().meta({ description: 'Left out until another officer has confirmed it.' }),
});
export const inspection = z
  .object({
    ...common,
    officer: z.string().optional().meta({ description: 'Who inspects; left out for enterprises.' }),
    secondOfficer: z.string().optional(),
    holds: z.array(hold),
    samples: z.array(sample),
    photos: z.array(photo),
    corrections: z.array(correction),
    steps: z.array(z.object({ at: time, kind: z.string(), body: z.record(z.string(), z.unknown()) })),
  })
  .meta({ id: 'Inspection' });

const listExample = { orderNo: 'CM20260501000001', ebpCode: '5301960001' };
export const newHold = z
  .object({
    ...{ orderNo, ebpCode, ground: code },
    note: plainText(500).optional(),
    sampleWanted: z.boolean().optional(),
  })
  .meta({
    id: 'NewInspectionHold',
    examples: [{ ...listExample, ground: 'MKT-QUALITY', sampleWanted: true }],
  });
export const holdOutcome = z
  .object({
    ...{ inspectionId: z.uuid(), orderNo, ebpCode, agency, ground: z.string() },
    came: z.enum(['opened', 'joined', 'there', 'recognised']),
    by: z.string().optional().meta({ description: 'Row by which another’s result counts.' }),
  })
  .meta({ id: 'InspectionHoldOutcome' });

export const slotWish = z.object({ siteCode, startsAt: time }).meta({
  id: 'InspectionBooking',
  examples: [{ siteCode: 'KMGSITE1', startsAt: '2026-05-04T01:00:00.000Z' }],
});

export const newResult = z
  .object({
    ...{ entryId, orderNo, ebpCode },
    agency: agency
      .optional()
      .meta({ description: 'Left out, it counts for all that was wanted of the list.' }),
    ground: code.optional(),
    verdict: z.enum(['conforming', 'nonconforming']),
    reason: code.optional().meta({ description: 'Of what does not conform: a code of the table.' }),
    found: plainText(500).optional(),
    lines: z
      .array(
        z.object({
          gnum: z.int().min(1).max(999).meta({ description: 'Line of the list.' }),
          quantity: z
            .string()
            .regex(/^\d{1,14}(\.\d{1,5})?$/)
            .meta({ description: 'What was counted, in the unit of the line.' }),
        }),
      )
      .max(200)
      .optional()
      .meta({ description: 'Quantities that were found, line by line; kept with the step.' }),
  })
  .meta({
    id: 'InspectionResult',
    examples: [
      {
        ...{ entryId: '0f8fad5b-d9cb-469f-a165-70867728950e', ...listExample },
        ...{ verdict: 'conforming', found: '品名、数量相符' },
      },
    ],
  });
export const newCorrection = z
  .object({
    ...{ entryId, orderNo, ebpCode, agency, ground: code },
    verdict: z.enum(['conforming', 'nonconforming']),
    reason: code.optional().meta({ description: 'Of what does not conform: a code of the table.' }),
    found: plainText(500).optional(),
    why: plainText(500).min(1).meta({ description: 'Why the signed result does not stand.' }),
  })
  .meta({
    id: 'NewInspectionCorrection',
    examples: [
      {
        ...{ entryId: '7c9e6679-7425-40de-944b-e07fc1f90ae9', ...listExample, agency: 'market' },
        ...{ ground: 'MKT-QUALITY', verdict: 'conforming', why: '样品与另一批次混淆，复检合格' },
      },
    ],
  });
export const correctionParams = idParams.extend({ entryId: z.uuid() });
const labelNo = z.string().regex(/^[A-Za-z0-9-]{3,30}$/);
export const newSample = z
  .object({
    ...{ entryId, sampleNo: labelNo, orderNo, ebpCode, agency, ground: code },
    ...{ what: plainText(200).min(1), sealNo: labelNo },
  })
  .meta({
    id: 'NewInspectionSample',
    examples: [
      {
        ...{ entryId: '7c9e6679-7425-40de-944b-e07fc1f90ae7', sampleNo: 'YP-0001', ...listExample },
        ...{ agency: 'market', ground: 'MKT-QUALITY', what: '奶粉一罐', sealNo: 'F-88' },
      },
    ],
  });
export const sampleParams = idParams.extend({ sampleNo: labelNo });
export const sampleMove = z
  .object({
    ...{ entryId, state: z.enum(['sent', 'received', 'conforming', 'nonconforming']) },
    laboratory: plainText(100).min(1).optional(),
    reportNo: labelNo.optional(),
  })
  .meta({
    id: 'InspectionSampleMove',
    examples: [
      { entryId: '7c9e6679-7425-40de-944b-e07fc1f90ae8', state: 'sent', laboratory: '昆明海关技术中心' },
    ],
  });
export const photoParams = idParams.extend({ photoId: z.uuid() });
export const photoQuery = z.object({
  photoId: z.uuid().meta({ description: 'Made by who sends it, so that what is sent twice is kept once.' }),
  shows: plainText(200).min(1),
  orderNo: orderNo.optional(),
  ebpCode: ebpCode.optional(),
});

const party = z.object({ agency, ground: z.string() });
export const tablesSchema = z
  .object({
    grounds: z.array(named.extend({ agency })),
    faults: z.array(named),
    recognitions: z.array(named.extend({ by: party, for: party, validDays: z.int() })),
  })
  .meta({ id: 'InspectionTables' });
