import { z } from 'zod';
import { legModes } from '../domain/legs.ts';
import { decimal, enterprise, filled, sealNo, time } from './fields.ts';

const place = z.string().regex(/^[A-Z-]{3,30}$/);
const cost = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .meta({ description: 'CNY.', example: '860.00' });
const legFields = {
  ...{ mode: z.enum(legModes), carrier: enterprise },
  documentNo: filled(60).meta({
    description: 'Paper its goods go by: consignment note, railway or air waybill.',
  }),
  vehicleNo: filled(32),
};
const co2Kg = decimal.meta({ description: 'Kilograms of carbon dioxide.', example: '42.5' });
export const newLeg = z.object({
  ...legFields,
  to: place.meta({
    description: 'Place of the corridor it goes to; the last one ends where the corridor does.',
  }),
  ...{ cost: cost.optional(), co2Kg: co2Kg.optional() },
});

export const handedSeal = z.object({
  ...{ sealNo, found: z.enum(['intact', 'broken', 'missing']) },
  newSealNo: sealNo.optional().meta({ description: 'Put on in its place, by customs.' }),
});
export const leg = z.object({
  ...{ legNo: z.int(), ...legFields, from: z.string(), to: z.string() },
  usualMinutes: z.int(),
  ...{ cost: z.string().optional(), co2Kg: z.string().optional() },
  ...{ beganAt: time.optional(), endedAt: time.optional() },
  minutes: z.int().optional().meta({ description: 'It took.' }),
  handover: z
    .object({
      ...{
        at: time,
        party: z.enum(['carrier', 'departure', 'destination', 'elsewhere']),
        ofWhom: z.string(),
      },
      ...{ seals: z.array(handedSeal), note: z.string() },
    })
    .optional()
    .meta({ description: 'How it was handed over from the leg before.' }),
});
