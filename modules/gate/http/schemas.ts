import { z } from 'zod';
import { finding } from '#http';

const time = z.iso.datetime();
const day = z.iso.date().meta({ description: 'YYYY-MM-DD, in China.' });
const bookNo = z
  .string()
  .regex(/^[A-Z0-9]{6,20}$/)
  .meta({ description: 'Number of the account book (emsNo).', example: 'T5301W000001' });
const office = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ description: 'Customs office, four digits.', example: '8628' });
const enterprise = z
  .string()
  .regex(/^[0-9A-Z]{10}$/)
  .meta({ description: 'Customs code of an enterprise.' });
const direction = z
  .enum(['out', 'in'])
  .meta({ description: 'out: leaves the zone at the second line; in: enters it at the first.' });
const decimal = z
  .string()
  .regex(/^\d{1,14}(\.\d{1,5})?$/)
  .meta({ description: 'A decimal of at most 19 digits, 5 of them after the point.', example: '12.5' });
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
const note = text(200);
const orderNo = text(60).min(1);
const listKey = z.object({ ebpCode: enterprise, orderNo });
const paperNo = (kind: 'QD' | 'HF', description: string) =>
  z
    .string()
    .regex(new RegExp(`^${kind}\\d{6}[IE]\\d{9}$`))
    .meta({ description, example: `${kind}862826E000000001` });
const checklistNo = paperNo('QD', 'Number of a checklist.');
const passNo = paperNo('HF', 'Number of a pass.');
const plate = text(20).min(4).meta({ description: 'Number plate.', example: '云A·D12345' });

const cursor = z.string().max(160).optional().meta({ description: 'Opaque: `next` of the page before.' });
const limit = z.coerce.number().int().min(1).max(200).default(50);
const checklistState = z.enum(['made', 'approved', 'passed', 'cancelled']);
const passState = z.enum(['made', 'stopped', 'passed', 'void']);
export const checklistsQuery = z.object({ cursor, limit, state: checklistState.optional() });
export const passesQuery = z.object({ cursor, limit, state: passState.optional() });
export const daysQuery = z.object({
  cursor: day.optional().meta({ description: '`next` of the page before: days before it.' }),
  limit,
});

export const checklistParams = z.object({ checklistNo });
export const passParams = z.object({ passNo });
export const dayParams = z.object({ day });
export const waitingQuery = z.object({ bookNo, limit });

export const newChecklist = z.object({ bookNo, lists: z.array(listKey).min(1).max(10_000) }).meta({
  id: 'NewChecklist',
  examples: [{ bookNo: 'T5301W000001', lists: [{ ebpCode: '5301363602', orderNo: '20260310-0001' }] }],
});
export const newEntry = z
  .object({
    bookNo,
    entryNo: z
      .string()
      .regex(/^\d{18}$/)
      .meta({ description: 'Customs declaration of the first-line entry, 18 digits.' }),
    grossKg: decimal,
    goods: z
      .array(
        z.object({
          itemNo: z.int().min(1).max(999_999_999),
          quantity: decimal.meta({ description: 'In the unit of the book.' }),
          expiresOn: day.optional(),
        }),
      )
      .min(1)
      .max(1_000),
  })
  .meta({
    id: 'NewEntryChecklist',
    examples: [
      {
        ...{ bookNo: 'T5301W000001', entryNo: '862820261000000123', grossKg: '512.5' },
        goods: [{ itemNo: 1, quantity: '480', expiresOn: '2027-08-31' }],
      },
    ],
  });
export const verdict = z
  .object({ verdict: z.enum(['approved', 'rejected']), reason: note.optional() })
  .meta({ id: 'EntryVerdict', examples: [{ verdict: 'approved', reason: '单货相符' }] });

export const checklist = z
  .object({
    ...{ checklistNo, bookNo, direction, owner: enterprise, customsCode: office, state: checklistState },
    purpose: z
      .enum(['goods', 'display'])
      .meta({ description: 'display: goods that go on display outside the zone, or come back.' }),
    entryNo: z.string().optional(),
    ...{ grossKg: decimal, lists: z.int(), passNo: passNo.optional() },
    ...{ madeAt: time, settledAt: time.optional(), reason: z.string() },
  })
  .meta({ id: 'Checklist' });
const listed = z.array(z.object({ ...listKey.shape, invtNo: z.string(), grossKg: decimal }));
export const wholeChecklist = checklist
  .extend({
    goods: z.array(z.object({ itemNo: z.int(), quantity: decimal, expiresOn: day.optional() })),
    listed,
  })
  .meta({ id: 'WholeChecklist' });
export const checklistsPage = z
  .object({ checklists: z.array(checklist), next: z.string().optional() })
  .meta({ id: 'Checklists' });
export const waitingLists = z
  .object({
    lists: z.array(z.object({ ...listKey.shape, invtNo: z.string(), grossKg: decimal, lines: z.int() })),
  })
  .meta({ id: 'WaitingLists', description: 'Released lists of a book that are on no paper yet.' });

export const newPass = z
  .object({
    direction,
    customsCode: office,
    plate,
    tareKg: decimal.meta({ description: 'The empty vehicle, kilograms.' }),
    packingKg: decimal.optional().meta({ description: 'Pallets and crates, kilograms.' }),
    checklists: z.array(checklistNo).max(1_000).optional(),
    lists: z
      .array(listKey)
      .max(10_000)
      .optional()
      .meta({ description: 'Released lists bought direct (9610) that go out by themselves.' }),
  })
  .meta({
    id: 'NewPass',
    examples: [
      {
        ...{ direction: 'out', customsCode: '8628', plate: '云A·D12345', tareKg: '4200', packingKg: '80' },
        checklists: ['QD862826E000000001'],
      },
    ],
  });
export const pass = z
  .object({
    ...{ passNo, direction, owner: enterprise, customsCode: office, plate: z.string(), state: passState },
    ...{ tareKg: decimal, packingKg: decimal, goodsKg: decimal, checklists: z.int(), lists: z.int() },
    drawn: z.boolean().optional().meta({ description: 'Whether the random check fell on it.' }),
    drawnOn: day.optional(),
    check: z.enum(['none', 'clear', 'found']),
    ...{ checkNote: z.string(), madeAt: time, settledAt: time.optional() },
  })
  .meta({ id: 'Pass' });
export const wholePass = pass.extend({ loaded: z.array(checklist), listed }).meta({ id: 'WholePass' });
export const passesPage = z
  .object({ passes: z.array(pass), next: z.string().optional() })
  .meta({ id: 'Passes' });
export const check = z
  .object({ result: z.enum(['clear', 'found']), note: note.optional() })
  .meta({ id: 'PassCheck', examples: [{ result: 'clear', note: '抽查三箱，单货相符' }] });

const gate = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,30}$/)
  .meta({ description: 'The lane, as the park names it.', example: 'KM-ZB-02' });
const eventNo = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/)
  .meta({ description: 'Number the gate gives to one coming of a vehicle.', example: '20260310-000123' });
export const newPassage = z
  .object({
    ...{ gate, eventNo },
    passNo: text(60).min(1).meta({ description: 'As it was scanned.' }),
    plate: text(20).meta({ description: 'As it was read.' }),
    weightKg: decimal
      .optional()
      .meta({ description: 'Vehicle with goods; absent where the gate has no scale.' }),
  })
  .meta({
    id: 'NewPassage',
    examples: [
      {
        ...{ gate: 'KM-ZB-02', eventNo: '20260310-000123', passNo: 'HF862826E000000001' },
        ...{ plate: '云AD12345', weightKg: '4520' },
      },
    ],
  });
const passage = z
  .object({
    ...{ gate, eventNo, at: time, passNo: z.string(), plate: z.string(), weightKg: decimal.optional() },
    answer: z.enum(['open', 'stop']),
    reasons: z.array(finding).meta({ description: 'Why a vehicle is stopped: everything, not the first.' }),
  })
  .meta({ id: 'Passage' });
export const passageAnswer = passage
  .extend({ repeated: z.boolean().meta({ description: 'Whether this coming had been answered before.' }) })
  .meta({ id: 'PassageAnswer' });
export const passagesQuery = z.object({
  cursor,
  limit,
  passNo: text(60).optional(),
  answer: z.enum(['open', 'stop']).optional(),
});
export const passagesPage = z
  .object({ passages: z.array(passage), next: z.string().optional() })
  .meta({ id: 'Passages' });
export const board = z
  .object({
    since: time,
    opened: z.int().meta({ description: 'Vehicles let through since midnight in China.' }),
    stopped: z.int().meta({ description: 'Comings that were stopped since then.' }),
    recalled: z.int().meta({ description: 'Of those, for a list called back after its release.' }),
    made: z.int().meta({ description: 'Passes made since then that have not come to a gate.' }),
    waiting: z.int().meta({ description: 'Vehicles that stand stopped now.' }),
  })
  .meta({ id: 'GateBoard' });

const dayOfDraws = z
  .object({ day, purpose: z.string(), rate: z.string(), seedDigest: z.string(), committedAt: time })
  .meta({ id: 'GateDraw' });
export const drawsPage = z
  .object({ draws: z.array(dayOfDraws), next: z.string().optional() })
  .meta({ id: 'GateDraws' });
export const wholeDraw = dayOfDraws
  .extend({
    candidates: z
      .array(z.string())
      .meta({ description: 'Passes that came to a gate first on that day; told when it is over.' }),
    record: z
      .object({
        ...{ purpose: z.string(), rate: z.string(), seedDigest: z.string(), seed: z.string() },
        ...{ candidatesDigest: z.string(), candidates: z.int(), drawn: z.array(z.string()) },
      })
      .optional()
      .meta({ description: 'As `chama draw verify` takes it; told when the day is over.' }),
  })
  .meta({ id: 'WholeGateDraw' });
