import { z } from 'zod';
import { accountRole } from './account-schemas.ts';

/** Whoever is named by an id in an answer, as far as its reader may know them. */
export const people = z
  .record(
    z.string(),
    z
      .object({
        kind: z.enum(['account', 'key', 'other']),
        name: z.string().optional(),
        role: accountRole.optional(),
      })
      .meta({ id: 'Who' }),
  )
  .meta({ description: 'Whoever is named by an id here, by that id; names where the reader may know them.' });
