import { z } from 'zod';
import { bilingual, finding } from '#http';
import { alertKinds } from '../domain/alerts.ts';
import { directions } from '../domain/corridors.ts';
import { transitStates } from '../domain/states.ts';
import { decimal, enterprise, filled, office, printable, sealNo, time } from './fields.ts';
import { handedSeal, leg, newLeg } from './leg-schemas.ts';

const transitNo = z
  .string()
  .regex(/^\d{8}Z\d{9}$/)
  .meta({ description: 'Office of departure, year, Z, nine digits.', example: '86122026Z000000001' });
const lon = z.number().meta({ description: 'Degrees east, WGS 84.', example: 101.69 });
const lat = z.number().meta({ description: 'Degrees north, WGS 84.', example: 21.19 });
const listKey = z.object({ orderNo: filled(60), ebpCode: filled(18) });
const direction = z.enum(directions);
const state = z.enum(transitStates);
const reason = filled(200);
const note = printable(200).optional();
const corridorCode = z.string().regex(/^[A-Z-]{3,30}$/);

export const newTransit = z
  .object({
    ...{ direction, corridor: corridorCode, carrier: enterprise },
    billNo: filled(37).meta({ description: 'Master bill.' }),
    vehicleNo: filled(32).meta({ description: 'Plate, wagon or container.' }),
    packages: z.int().min(1).max(999_999_999),
    grossWeight: decimal,
    lists: z
      .array(listKey)
      .min(1)
      .max(5_000)
      .meta({ description: 'The electronic list attached: every list of the batch.' }),
    legs: z.array(newLeg).min(2).max(10).optional().meta({
      description:
        'Where it goes by several vehicles or means: all of them, the first with the carrier and the vehicle above.',
    }),
    note,
  })
  .meta({
    id: 'NewTransit',
    examples: [
      {
        ...{
          direction: 'import',
          corridor: 'MOHAN-ROAD',
          carrier: '5301980005',
          billNo: 'MB260310001',
          vehicleNo: '云A12345',
        },
        ...{
          packages: 120,
          grossWeight: '1240.5',
          lists: [{ orderNo: 'D260310S01A', ebpCode: '5301363602' }],
        },
      },
    ],
  });

export const transitParams = z.object({ transitNo });
export const listParams = z.object({ ebpCode: filled(18), orderNo: filled(60) });

const position = z.object({
  ...{ at: time, lon, lat },
  speedKmh: z.number().nullable(),
  offKm: z.number().meta({ description: 'Kilometres from the line of the route.' }),
});

const transit = z
  .object({
    ...{ transitNo, direction, corridor: corridorCode, state },
    ...{ departureOffice: office, destinationOffice: office, applicant: enterprise, carrier: enterprise },
    ...{
      billNo: z.string(),
      goodsName: z.string(),
      lists: z.int(),
      packages: z.int(),
      grossWeight: z.string(),
    },
    ...{ vehicleNo: z.string(), note: z.string(), revision: z.int(), appliedAt: time },
    departedAt: time.optional(),
    lateAt: time
      .optional()
      .meta({ description: 'When its usual time, and what is allowed beyond, are over.' }),
    dueAt: time.optional().meta({ description: 'When its time limit is over.' }),
    ...{ arrivedAt: time.optional(), closedAt: time.optional() },
    counted: z.int().optional().meta({ description: 'Packages counted on arrival.' }),
    last: position.optional(),
    along: z.number().optional().meta({ description: 'Share of the route behind it, 0 to 1.' }),
    openAlerts: z.int(),
  })
  .meta({ id: 'Transit' });

const event = z.object({
  ...{ at: time, act: z.string(), fromState: state.optional(), toState: state },
  party: z.enum(['applicant', 'carrier', 'departure', 'destination', 'elsewhere']),
  ofWhom: z.string().meta({ description: 'Customs code of the office or the enterprise.' }),
  note: z.string(),
});
const seal = z.object({
  ...{
    sealNo,
    putOnAt: time,
    state: z.enum(['on', 'broken', 'intact', 'missing', 'removed']),
    stateAt: time,
  },
  ...{ note: z.string(), replacedBy: sealNo.optional() },
});
const alert = z.object({
  ...{ kind: z.enum(alertKinds), occasion: z.string(), raisedAt: time },
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  ...{ resolvedAt: time.optional(), resolvedOffice: z.string().optional(), reason: z.string() },
});

const now = time.meta({ description: "The platform's clock." });
export const transitDetail = z
  .object({
    now,
    transit,
    ...{ events: z.array(event), seals: z.array(seal), alerts: z.array(alert) },
    legs: z.array(leg).meta({ description: 'None where it goes by one vehicle.' }),
    acts: z.array(z.string()).meta({ description: 'What you may do with it as it stands.' }),
  })
  .meta({ id: 'TransitDetail' });

const cursor = z.string().max(300).optional().meta({ description: 'Opaque: `next` of the page before.' });
const limit = z.coerce.number().int().min(1).max(200).default(50);
const next = z.string().optional();
export const pageQuery = z.object({ cursor, limit });

export const transitsQuery = z.object({
  state: state.optional(),
  live: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Only those that are not closed, or only those that are.' }),
  office: office.optional().meta({ description: 'Of departure or destination.' }),
  search: filled(37).optional().meta({ description: 'Beginning of a transit, bill or vehicle number.' }),
  ...{ cursor, limit },
});
export const transitsPage = z.object({ now, transits: z.array(transit), next }).meta({ id: 'Transits' });
export const cargoPage = z.object({ lists: z.array(listKey), next }).meta({ id: 'TransitLists' });
export const positionsPage = z
  .object({ positions: z.array(position), next })
  .meta({ id: 'TransitPositions' });

export const transitsOfList = z
  .object({
    transits: z.array(
      z.object({
        ...{ transitNo, direction, state, departureOffice: office, destinationOffice: office },
        ...{
          departedAt: time.optional(),
          dueAt: time.optional(),
          arrivedAt: time.optional(),
          closedAt: time.optional(),
        },
      }),
    ),
  })
  .meta({ id: 'TransitsOfList' });

const corridorPlace = z.object({
  ...{ code: z.string(), name: bilingual, office: office.optional(), kind: z.string(), lon, lat },
  ...{ source: z.string(), confidence: z.string() },
});
export const corridors = z
  .object({
    corridors: z.array(
      z.object({
        ...{ corridor: corridorCode, name: bilingual, mode: z.enum(['road', 'rail']) },
        ...{
          borderOffice: office,
          inlandOffice: office,
          km: z.int(),
          usualMinutes: z.int(),
          limitMinutes: z.int(),
        },
        ...{ toleranceKm: z.int(), rule: z.string() },
        line: z.array(z.string()).meta({ description: 'Its places, from the border inwards.' }),
      }),
    ),
    places: z.array(corridorPlace),
  })
  .meta({ id: 'TransitCorridors' });

export const withReason = z.object({ reason }).meta({ id: 'TransitReason' });
export const withNote = z.object({ note }).meta({ id: 'TransitNote' });
export const newSeals = z.object({ sealNos: z.array(sealNo).min(1).max(20) }).meta({ id: 'NewSeals' });
export const brokenSeal = z.object({ sealNo, note: reason }).meta({ id: 'BrokenSeal' });
export const handingOver = z
  .object({
    leg: z.int().min(2).max(10).meta({ description: 'Number of the leg that begins.' }),
    seals: z.array(handedSeal).min(1).max(40).meta({ description: 'Every seal on the vehicle.' }),
    note,
  })
  .meta({
    id: 'TransitHandover',
    examples: [{ leg: 2, seals: [{ sealNo: 'YN0012345', found: 'intact' }] }],
  });
export const sealInPlace = z.object({ sealNo, newSealNo: sealNo, note }).meta({ id: 'SealInPlace' });
export const checkedSeals = z
  .object({
    seals: z
      .array(z.object({ sealNo, found: z.enum(['intact', 'broken', 'missing']), note }))
      .min(1)
      .max(40),
  })
  .meta({ id: 'CheckedSeals' });
export const writtenOff = z
  .object({ counted: z.int().min(0).max(999_999_999), note })
  .meta({ id: 'WrittenOff' });
export const resolution = z
  .object({ kind: z.enum(alertKinds), occasion: printable(60), reason })
  .meta({ id: 'AlertResolution' });

export const newPositions = z
  .object({
    positions: z
      .array(
        z.object({
          transitNo: filled(30),
          at: filled(40).meta({
            description: 'ISO 8601 with its zone.',
            example: '2026-03-10T10:00:00+08:00',
          }),
          ...{ lon, lat },
          speedKmh: z.number().min(0).max(9_999).optional(),
        }),
      )
      .min(1)
      .max(1_000),
  })
  .meta({ id: 'NewPositions' });
export const positionAnswers = z
  .object({
    positions: z
      .array(z.object({ outcome: z.enum(['kept', 'repeated', 'refused']), finding: finding.optional() }))
      .meta({ description: 'In the order they were reported.' }),
  })
  .meta({ id: 'PositionAnswers' });
