import { z } from 'zod';
import { people } from '#access';
import { finding } from '#http';
import type { FileView, HistoryEntry } from '../application/reading.ts';
import { enterpriseRoles } from '../domain/enterprise.ts';
import { contact, customsCode, day, enterpriseFile, fileBody, registerState, time } from './file-schemas.ts';
import { entryBody, fieldChange, filingEntry, findingBody } from './filing-schemas.ts';

export const registerQuery = z.object({
  search: z
    .string()
    .trim()
    .max(100)
    .optional()
    .meta({ description: 'Part of a name, or the beginning of a code.' }),
  role: z.enum(enterpriseRoles).optional(),
  state: registerState.optional(),
  cursor: customsCode.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const registerEntryBody = z
  .object({
    customsCode,
    uscc: z.string(),
    name: z.string(),
    nameEn: z.string().optional(),
    roles: z.array(z.enum(enterpriseRoles)),
    customsOffice: z.string(),
    state: registerState,
    validFrom: day,
    validTo: day.optional(),
  })
  .meta({ id: 'RegisteredEnterprise' });

export const registerPageBody = z
  .object({ enterprises: z.array(registerEntryBody), next: z.string().optional() })
  .meta({ id: 'RegisterPage' });

export const fileView = z
  .object({
    customsCode,
    version: z.int(),
    state: registerState,
    file: enterpriseFile,
    gaps: z.array(finding).meta({ description: "What the file lacks by today's rules." }),
    expiries: z.array(
      z.object({
        subject: z.enum(['licence', 'certificate', 'registration']),
        which: z.string(),
        endsOn: day,
      }),
    ),
    openFiling: filingEntry.optional(),
  })
  .meta({ id: 'EnterpriseFileInForce' });

export const history = z
  .object({
    versions: z.array(
      z.object({
        version: z.int(),
        cause: z.enum(['registered', 'changed', 'suspended', 'resumed', 'cancelled', 'imported']),
        state: registerState,
        by: z.string(),
        at: time,
        paper: z.string(),
        filingId: z.uuid().optional(),
        reasons: z.string().optional(),
        changes: z.array(fieldChange),
      }),
    ),
    people,
  })
  .meta({ id: 'EnterpriseHistory' });

export const fullQuery = z.object({
  reason: z
    .string()
    .trim()
    .min(3)
    .max(200)
    .meta({ description: 'Why they are read in full; kept with the reader.' }),
});

export const fullContacts = z.object({ contacts: z.array(contact) }).meta({ id: 'ContactsInFull' });

/** A file in force. */
export const fileViewBody = ({ version, gaps, expiries, open }: FileView): z.infer<typeof fileView> => ({
  ...{ customsCode: version.customsCode, version: version.version, state: version.state },
  file: fileBody(version.file),
  gaps: gaps.map(findingBody),
  expiries: expiries.map(({ subject, which, endsOn }) => ({ subject, which, endsOn })),
  ...(open ? { openFiling: entryBody(open) } : {}),
});

/** The versions of a file. */
export const historyBody = (
  entries: readonly HistoryEntry[],
  who: z.infer<typeof people>,
): z.infer<typeof history> => ({
  people: who,
  versions: entries.map(({ changes, at, customsCode: _code, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    changes: [...changes],
  })),
});
