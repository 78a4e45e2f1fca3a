import { z } from 'zod';

/** One thing the caller may do, for the portal to offer. */
export const permission = z
  .object({
    resource: z.string().meta({ description: 'As in docs/field/access.md, e.g. lists.' }),
    action: z.string().meta({ description: 'E.g. read.' }),
    scope: z.enum(['own', 'zone', 'public']).meta({
      description: "Whose: those of the caller's organisation, those of the zone, or what anyone may have.",
    }),
  })
  .meta({ id: 'Permission' });
