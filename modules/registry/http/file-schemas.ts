import { z } from 'zod';
import { enterpriseRoles } from '../domain/enterprise.ts';
import type { EnterpriseFile } from '../domain/enterprise-file.ts';

export const day = z.string().max(10).meta({ description: 'YYYY-MM-DD.' });
export const time = z.iso.datetime();
const text = (most: number) => z.string().max(most);
export const customsCode = text(10).meta({ description: 'Ten characters, e.g. 5301960001.' });
export const registerState = z.enum(['active', 'suspended', 'closed']);

const licence = z
  .object({
    kind: text(40).meta({ description: 'A code of list licence_kind.' }),
    number: text(120),
    issuer: text(200),
    from: day,
    to: day.optional(),
  })
  .meta({ id: 'Licence' });

const certificate = z
  .object({
    number: text(80).meta({ description: 'Serial number, hexadecimal.' }),
    from: day.optional(),
    to: day.optional(),
  })
  .meta({ id: 'FiledCertificate' });

export const contact = z
  .object({ name: text(120), duty: text(120).optional(), phone: text(40), email: text(320).optional() })
  .meta({ id: 'Contact', description: 'Shown masked; sent back masked, it stays as it is on file.' });

/** The parts of a file as they come and go; what they must be is found, all of it, by the checks. */
export const enterpriseFile = z
  .object({
    customsCode,
    uscc: text(40).meta({ description: 'Unified social credit code.' }),
    name: text(200),
    nameEn: text(400).optional(),
    roles: z.array(z.enum(enterpriseRoles)).max(enterpriseRoles.length),
    customsOffice: text(10).meta({ description: 'Four digits of the customs office.' }),
    dxpId: text(60).optional(),
    validFrom: day,
    validTo: day.optional(),
    licences: z.array(licence).max(50).optional(),
    certificates: z.array(certificate).max(50).optional(),
    domains: z.array(text(260)).max(50).optional(),
    contacts: z.array(contact).max(20).optional(),
    legalPerson: z
      .object({
        name: text(120),
        idNumber: text(40)
          .optional()
          .meta({ description: 'Kept as its mask only, once its check character is right.' }),
      })
      .optional(),
  })
  .meta({
    id: 'EnterpriseFile',
    examples: [
      {
        ...{ customsCode: '5301960001', uscc: '91530100MA6K0TEAT6', name: '昆明茶马跨境电商平台有限公司' },
        ...{ roles: ['EBP'], customsOffice: '8601', dxpId: 'DXPENT0000012345', validFrom: '2026-01-01' },
        domains: ['mall.example.cn'],
        contacts: [{ name: '李敏', phone: '0871-63330001' }],
        legalPerson: { name: '王芳' },
      },
    ],
  });

/** A body as the domain has it: what JSON leaves out is left out there, too. */
export const fileGiven = (body: z.infer<typeof enterpriseFile>): EnterpriseFile => body as EnterpriseFile;

/** A file as a route answers it; lists of an answer are the schema's own. */
export const fileBody = (file: EnterpriseFile): z.infer<typeof enterpriseFile> =>
  structuredClone(file) as never;

export const paper = text(200).meta({ description: 'Number or name of the paper it rests on.' });

export const reasonsGiven = z
  .object({ reasons: z.string().trim().min(2).max(1_000), paper: paper.optional() })
  .meta({ id: 'Reasons' });

export const enterpriseParams = z.object({ customsCode });
