import { z } from 'zod';

export const bilingual = z
  .object({ zh: z.string(), en: z.string() })
  .meta({ id: 'Bilingual', description: 'A text for people, in both languages.' });

export const evidence = z
  .object({ paper: z.string(), path: z.string(), value: z.string() })
  .meta({ id: 'Evidence', description: 'One value a finding compares; personal data masked.' });

export const finding = z
  .object({
    code: z.string().meta({ description: 'Stable code, e.g. CEB-LENGTH or MATCH-BUYER-NAME.' }),
    level: z.enum(['structure', 'field', 'business']),
    path: z.string().meta({ description: "In the standard's own names, e.g. Order[2]/OrderHead/buyerName." }),
    message: bilingual,
    remedy: bilingual,
    rule: z.string().optional(),
    evidence: z.array(evidence).optional(),
  })
  .meta({ id: 'Finding', description: 'What is wrong with an input, where, and how to mend it.' });

export const problem = z
  .object({
    type: z.string().meta({ description: 'Where the code is explained, on the same server.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().meta({ description: 'The request, by the name in the header `x-request-id`.' }),
    code: z.string().meta({ description: 'Stable code, e.g. LIST-NOT-FOUND.' }),
    zh: z.string(),
    en: z.string(),
    findings: z.array(finding).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });
