import { z } from 'zod';
import { scope } from './key-schemas.ts';

const id = z.uuid();
const time = z.iso.datetime();
const kind = z.enum(['fingerprint', 'subject']).meta({
  description:
    'fingerprint: this very certificate; subject: every certificate of this subject that the issuer renews, where the server trusts the issuer.',
});

export const certificateParams = z.object({ certificateId: id });

export const newCertificate = z
  .object({
    certificate: z.string().max(20_000).meta({ description: 'PEM; without any private key.' }),
    kind: kind.optional().meta({ description: 'fingerprint where left out.' }),
    label: z.string().trim().min(1).max(100),
    scopes: z.array(scope).max(20).optional().meta({
      description: 'What it may do by itself, without a key; nothing where left out.',
    }),
  })
  .meta({ id: 'NewClientCertificate' });

export const certificateRule = z
  .object({
    required: z.boolean().meta({ description: 'Keys work beside one of the certificates only.' }),
  })
  .meta({ id: 'CertificateRule' });

export const clientCertificate = z
  .object({
    certificateId: id,
    kind,
    label: z.string(),
    subject: z.string(),
    issuer: z.string(),
    fingerprint: z.string().optional(),
    notAfter: time,
    scopes: z.array(scope).optional().meta({ description: 'Left out: it is only shown beside a key.' }),
    state: z.enum(['unproven', 'active', 'expired', 'revoked']).meta({
      description: 'unproven: it has yet to be shown once beside a key of the enterprise.',
    }),
    madeAt: time,
    lastUsedAt: time.optional(),
    revokedAt: time.optional(),
  })
  .meta({ id: 'ClientCertificate' });

export const certificatesPage = z
  .object({
    certificates: z.array(clientCertificate),
    required: z.boolean(),
    asked: z.boolean().meta({ description: 'Whether this server asks for certificates at all.' }),
  })
  .meta({ id: 'ClientCertificatesPage' });

export type ClientCertificateView = z.infer<typeof clientCertificate>;
export type ClientCertificatesPage = z.infer<typeof certificatesPage>;
