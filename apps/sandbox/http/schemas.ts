import { z } from 'zod';
import { bilingual } from '#http';
import { enterpriseRoles } from '#registry';

export const wish = z
  .object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .meta({ description: 'Name of the enterprise; any, as it is made up.' }),
    roles: z
      .array(z.enum(enterpriseRoles))
      .min(1)
      .default(['EBP', 'EBC', 'PAY', 'LGS', 'DCL', 'IAC'])
      .transform((roles) => [...new Set(roles)])
      .meta({ description: 'What it may act as; without them everything that sends messages.' }),
    algorithm: z.enum(['sm2', 'rsa']).default('sm2').meta({ description: 'Kind of its signing key.' }),
  })
  .meta({ examples: [{ name: '云南示例商贸有限公司' }] });

export const registered = z
  .object({
    customsCode: z.string(),
    uscc: z.string().meta({ description: 'Unified social credit code.' }),
    name: z.string(),
    roles: z.array(z.string()),
    customsOffice: z.string(),
    dxpId: z.string(),
    algorithm: z.enum(['sm2', 'rsa']),
    certificateNumber: z.string().meta({ description: 'Goes into KeyName of a signature.' }),
    certificate: z.string().meta({ description: 'PEM.' }),
    privateKey: z.string().meta({ description: 'PEM (PKCS#8). Given this once, kept nowhere.' }),
    apiKey: z.string().meta({ description: 'Given this once; only its hash is kept.' }),
  })
  .meta({ id: 'SandboxEnterprise' });

export const signing = z
  .object({
    message: z.string().max(4 * 1024 * 1024),
    privateKey: z.string().max(20_000).meta({ description: 'PEM, as it was given.' }),
    certificate: z.string().max(20_000).meta({ description: 'PEM, as it was given.' }),
  })
  .meta({ id: 'SandboxSigning' });

export const sampleParams = z.object({
  type: z
    .string()
    .regex(/^(?:CEB)?\d{3}(?:Message)?$/)
    .meta({ description: 'CEB621, say.' }),
});

export const sampleQuery = z.object({
  number: z
    .string()
    .min(1)
    .max(60)
    .default('SBX-800-0001')
    .meta({ description: 'Order number, with a script in it or without.' }),
  customsCode: z
    .string()
    .max(18)
    .optional()
    .meta({ description: 'A registered enterprise, to play every part.' }),
});

const word = z.object({ word: z.string(), example: z.string(), meaning: bilingual });

export const scheme = z
  .object({
    mark: z.string(),
    words: z.array(word.extend({ way: z.array(z.string()).optional() })),
    codes: z.array(word.extend({ family: z.string() })),
    messages: z.array(
      z.object({
        type: z.string(),
        name: bilingual,
        answer: z.string(),
        numbers: z.array(z.string()),
        statuses: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'SandboxScheme', description: 'What may be written into a number, and what comes of it.' });
