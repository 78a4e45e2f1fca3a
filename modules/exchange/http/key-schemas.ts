import { z } from 'zod';
import { keyScopeNames } from '#access';
import { bilingual, Problem } from '#http';

const id = z.uuid();
const time = z.iso.datetime();
export const scope = z.enum(keyScopeNames as [(typeof keyScopeNames)[number], ...typeof keyScopeNames]).meta({
  id: 'KeyScope',
  description: 'A bundle of what is in docs/field/access.md; the answer to GET /api/keys lists them.',
});
const label = z.string().trim().min(1).max(100).meta({ description: 'Your own word for it.' });

export const keyParams = z.object({ keyId: id });

export const keysQuery = z.object({
  enterprise: z
    .string()
    .regex(/^[0-9A-Za-z]{1,20}$/)
    .optional()
    .meta({
      description: 'Customs code; needed of those who see the whole zone, an enterprise sees its own.',
    }),
});

/** The enterprise that is asked about. @throws Problem 400 where who sees the zone names none */
export function wholeParty(party: string | undefined): string {
  if (party !== undefined) return party;
  throw new Problem(400, 'KEY-WHOSE', {
    zh: '请用 ?enterprise= 指明企业',
    en: 'Name the enterprise by ?enterprise=',
  });
}

export const newKey = z
  .object({
    label,
    scopes: z.array(scope).min(1).max(keyScopeNames.length),
    days: z.int().min(1).optional().meta({ description: 'How long it works; a year where left out (D).' }),
  })
  .meta({ id: 'NewKey', examples: [{ label: 'ERP', scopes: ['hand-in', 'receipts'], days: 365 }] });

export const rotation = z
  .object({
    overlapDays: z.int().min(0).optional().meta({
      description: 'How long the former key works on beside the new one; 0 ends it at once.',
    }),
  })
  .meta({ id: 'KeyRotation' });

export const apiKey = z
  .object({
    keyId: id,
    prefix: z.string().meta({ description: 'How its token begins; the rest is shown when it is made.' }),
    label: z.string(),
    scopes: z.array(scope).optional().meta({ description: 'Left out: all a clerk may do.' }),
    operator: z.boolean().meta({ description: 'Of an operator of the platform.' }),
    state: z.enum(['active', 'ending', 'expired', 'revoked']).meta({
      description: 'ending: another key has taken over, this one works until expiresAt.',
    }),
    madeAt: time,
    madeBy: z.string().optional().meta({
      description: 'Account or key it was made with; left out: by the operator at the command line.',
    }),
    owner: z.object({ accountId: id, login: z.string(), name: z.string() }).optional().meta({
      description:
        'Who answers for it: who made it, or owns the key it was made with. What the key asks for this account does not approve.',
    }),
    expiresAt: time.optional(),
    lastUsedAt: time.optional().meta({ description: 'At most a minute late.' }),
    replacedBy: id.optional(),
    revokedAt: time.optional(),
  })
  .meta({ id: 'ApiKey' });

export const keysPage = z
  .object({
    keys: z.array(apiKey),
    scopes: z
      .array(
        z.object({
          scope,
          text: bilingual,
          covers: z.array(z.object({ resource: z.string(), action: z.string(), what: bilingual })),
        }),
      )
      .meta({ description: 'What a key can be limited to.' }),
    lifetimeDays: z.int(),
    longestDays: z.int(),
    overlapDays: z.int(),
  })
  .meta({ id: 'KeysPage' });

const token = z.string().meta({ description: '`chk_…`; shown in this answer only.' });
export const madeKey = apiKey.extend({ token }).meta({ id: 'MadeKey' });
export const rotatedKey = madeKey
  .extend({ formerUntil: time.meta({ description: 'Until then the former key works as well.' }) })
  .meta({ id: 'RotatedKey' });

export type ApiKeyView = z.infer<typeof apiKey>;
export type KeysPage = z.infer<typeof keysPage>;
