import { z } from 'zod';
import { bilingual } from '#http';

const sourced = { rule: z.string(), source: z.string(), confidence: z.enum(['V', 'H', 'M', 'L', 'D']) };
const money = z.string().meta({ description: 'CNY, two decimals.' });

/** The question is read by the module itself, which names every field that is wrong. */
export const question = z.record(z.string(), z.unknown()).meta({
  id: 'ModeQuestion',
  description:
    '`direction` import or export; `buyer` consumer or firm; `stock` abroad, bonded-listed, bonded-elsewhere (import) or china, special-area, ' +
    'overseas-warehouse (export); `goods` {hs, value, pieces, taxQuantity} with amounts in CNY as texts; yes or no: platformOrder, registered, licence, ' +
    'licenceHeld, inspection, exportDuty, pilotZone, importer, refund, invoice, generalTaxpayer, refundFiled, zoneRegistered, warehouseFiled, ' +
    'marketPurchase, borderTrade; amounts: annualUsed, purchaseGross, valueUsd; `day` and `district` where another than today and the zone’s is meant. ' +
    'What is left out is unknown: where it would decide, the answer asks for it.',
  examples: [
    {
      ...{
        direction: 'export',
        buyer: 'consumer',
        stock: 'china',
        platformOrder: true,
        registered: true,
        licence: false,
      },
      ...{ refund: false, zoneRegistered: true, goods: { hs: '0902303100', value: '4800' } },
    },
  ],
});

const told = { code: z.string(), name: bilingual, ...sourced };
const mode = z
  .object({
    mode: z.string().meta({ description: 'Supervision mode, e.g. 9610.' }),
    verdict: z.enum(['lawful', 'unlawful', 'undecided']),
    criteria: z.array(
      z.object({
        code: z.string(),
        sentence: bilingual,
        holds: z.enum(['yes', 'no', 'unknown']),
        missing: z.array(z.string()).meta({ description: 'Fields of the question that would decide it.' }),
        ...sourced,
      }),
    ),
    finish: z.object({ route: z.string(), hsDigits: z.int() }).optional(),
    importTax: z
      .object({ duty: money, consumptionTax: money, vat: money, total: money, rejected: z.array(z.string()) })
      .optional(),
    exportTax: z
      .object({
        route: z.enum(['refund', 'exempt', 'taxed']),
        refund: money.optional(),
        assessedIncomeTax: money.optional(),
        outputTax: money.optional(),
        unmet: z.array(z.object({ code: z.string(), sentence: bilingual, rule: z.string() })),
      })
      .optional(),
    papers: z.array(z.object(told)),
    steps: z.array(z.object({ ...told, hours: z.string() })),
    hours: z.string().meta({ description: 'Of all steps; our own estimate (D).' }),
  })
  .meta({ id: 'ModeAdvice' });

export const advice = z
  .object({
    day: z.iso.date(),
    advised: z.string().nullable().meta({ description: 'Null where none is lawful for sure.' }),
    missing: z.array(z.string()),
    modes: z.array(mode).meta({ description: 'The lawful ones first, the one advised at their head.' }),
  })
  .meta({ id: 'Advice' });
