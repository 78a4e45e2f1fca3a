import { z } from 'zod';
import { people } from '#access';
import { finding } from '#http';
import type { Finding } from '#kernel';
import type { FilingView } from '../application/reading.ts';
import { type Filing, filingKinds, filingStates, filingSteps } from '../domain/filing.ts';
import { customsCode, enterpriseFile, fileBody, paper, time } from './file-schemas.ts';

export const fieldChange = z
  .object({ path: z.string(), before: z.string().optional(), after: z.string().optional() })
  .meta({ id: 'FieldChange', description: 'One field that differs; absent where it was not given.' });

const head = z.object({
  filingId: z.uuid(),
  customsCode,
  name: z.string(),
  kind: z.enum(filingKinds),
  state: z.enum(filingStates),
  source: z.enum(['enterprise', 'public', 'operator']),
  paper: z.string(),
  madeBy: z.string(),
  madeAt: time,
  changedAt: time,
});

export const filingEntry = head.meta({ id: 'FilingEntry' });

export const filing = head
  .extend({
    file: enterpriseFile,
    steps: z.array(
      z.object({ step: z.enum(filingSteps), by: z.string(), at: time, reasons: z.string().optional() }),
    ),
    changes: z.array(fieldChange).meta({ description: 'Against what is in force now.' }),
    findings: z.array(finding),
    may: z.array(z.string()).meta({ description: 'Steps its reader may do now.' }),
    people,
  })
  .meta({ id: 'Filing' });

export const filingsPage = z
  .object({ filings: z.array(filingEntry), next: z.string().optional() })
  .meta({ id: 'FilingsPage' });

const fileWish = enterpriseFile.optional();

export const newFiling = z
  .object({ kind: z.enum(filingKinds), customsCode, file: fileWish, paper: paper.optional() })
  .meta({ id: 'NewFiling', description: 'The file is left out to resume and to cancel.' });

export const filingChange = z
  .object({ file: fileWish, paper: paper.optional() })
  .meta({ id: 'FilingChange' });

export const fileFindings = z.object({ findings: z.array(finding) }).meta({ id: 'FileFindings' });

export const filingParams = z.object({ filingId: z.uuid() });

export const filingsQuery = z.object({
  state: z.enum(filingStates).optional().meta({ description: 'By default all that are open.' }),
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A filing as a line of a list. */
export const entryBody = (one: Filing): z.infer<typeof filingEntry> => ({
  ...{ filingId: one.filingId, customsCode: one.customsCode, name: one.file.name, kind: one.kind },
  ...{ state: one.state, source: one.source, paper: one.paper, madeBy: one.madeBy },
  ...{ madeAt: one.madeAt.toISOString(), changedAt: one.changedAt.toISOString() },
});

/** A filing with its story. */
export const filingBody = (view: FilingView, who: z.infer<typeof people>): z.infer<typeof filing> => ({
  ...entryBody(view.filing),
  file: fileBody(view.filing.file),
  steps: view.steps.map((done) => ({ ...done, at: done.at.toISOString() })),
  changes: [...view.changes],
  findings: view.findings.map(findingBody),
  may: [...view.may],
  people: who,
});

/** A finding as the schema has it, whose lists may be changed. */
export const findingBody = ({ evidence, ...found }: Finding): z.infer<typeof finding> => ({
  ...found,
  ...(evidence ? { evidence: [...evidence] } : {}),
});
