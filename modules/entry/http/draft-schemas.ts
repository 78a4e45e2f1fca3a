import { z } from 'zod';
import { bilingual } from '#http';
import { fieldName, fields, keptFields, paperKind } from './check-schemas.ts';

const instant = z.iso.datetime({ offset: true });

export const draftParams = z.object({ draftId: z.uuid() });
export const formParams = z.object({ kind: paperKind });

const head = {
  draftId: z.uuid(),
  kind: paperKind,
  orderNo: z.string(),
  appType: z.enum(['1', '2']).meta({ description: '1 new, 2 change.' }),
  revision: z.int(),
  madeAt: instant,
  savedAt: instant,
};

export const draftList = z
  .object({ drafts: z.array(z.object(head)).meta({ description: 'The one saved last first.' }) })
  .meta({ id: 'Drafts' });

export const draft = z
  .object({
    ...head,
    head: fields,
    items: z.array(fields),
    keep: keptFields,
    shown: z.record(fieldName, z.string()).meta({
      description: 'Of fields that are kept: their values, masked. Empty where there is none to take.',
    }),
  })
  .meta({ id: 'Draft' });

export const newDraft = z
  .object({
    kind: paperKind,
    from: z
      .object({
        as: z.enum(['change', 'again', 'copy', 'order']).meta({
          description:
            'change: the document on file, to be changed; again: the same, to be declared anew; copy: a new one like it, without its numbers and persons; order: a payment, waybill or list of the order.',
        }),
        key: z.record(fieldName, z.string().max(100)).meta({
          description: 'Business key of what it is begun from, e.g. orderNo and ebpCode.',
        }),
      })
      .optional(),
  })
  .meta({ id: 'NewDraft' });

export const savedDraft = z
  .object({ head: fields, items: z.array(fields).max(99), keep: keptFields })
  .meta({ id: 'DraftContent' });

export const draftSaved = z.object({ revision: z.int(), savedAt: instant }).meta({ id: 'DraftSaved' });

export const handInWish = z
  .object({
    declare: z
      .boolean()
      .meta({ description: 'true: declared (appStatus 2); false: only saved (appStatus 1).' }),
  })
  .meta({ id: 'HandInWish' });

const formField = z.object({
  name: z.string(),
  zh: z.string(),
  en: z.string(),
  need: z.enum(['required', 'conditional', 'optional']),
  type: z.enum(['text', 'number', 'day', 'moment']),
  maxLength: z.int().optional().meta({ description: 'Characters.' }),
  decimals: z.int().optional(),
  when: bilingual.optional().meta({ description: 'When it must be given.' }),
  personal: z.boolean().optional(),
  choices: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })).optional(),
});

export const form = z
  .object({
    kind: paperKind,
    name: bilingual,
    head: z
      .array(formField)
      .meta({ description: 'What can have one value only is left out: it is filled in.' }),
    items: z.array(formField),
    key: z.array(z.string()).meta({ description: 'The business key: fixed while a document is changed.' }),
  })
  .meta({ id: 'EntryForm' });

export type DraftView = z.infer<typeof draft>;
export type NewDraft = z.infer<typeof newDraft>;
export type SavedDraft = z.infer<typeof savedDraft>;
export type EntryForm = z.infer<typeof form>;
