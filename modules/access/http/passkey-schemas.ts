import { z } from 'zod';

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);
/** At most 1023 bytes, by the standard. */
const credentialId = base64url(1_364);
const password = z.string().min(1).max(1_000);
const name = z.string().trim().min(1).max(60).meta({ description: 'What its owner calls it.' });
const verification = z.literal('required').meta({ description: 'By PIN, fingerprint or face.' });
const timeout = z.number().int().meta({ description: 'Milliseconds the challenge is good for, once.' });
const kind = z.literal('public-key');
const shown = {
  id: credentialId,
  rawId: credentialId,
  type: kind,
  clientExtensionResults: z.object({}).meta({ description: 'None is asked for.' }),
};

export const passkeyParams = z.object({ passkeyId: z.uuid() });

/** What `navigator.credentials.get` takes. */
export const passkeyAsked = z
  .object({ challenge: z.string(), timeout, rpId: z.string(), userVerification: verification })
  .meta({ id: 'PasskeyAsked' });

/** What it answers. */
export const passkeyAnswer = z
  .object({
    ...shown,
    response: z.object({
      clientDataJSON: base64url(4_000),
      authenticatorData: base64url(4_000),
      signature: base64url(4_000),
      userHandle: base64url(100).optional(),
    }),
  })
  .meta({ id: 'PasskeyAnswer', description: 'AuthenticationResponseJSON of WebAuthn.' });

/** What `navigator.credentials.create` takes. */
export const passkeyBegun = z
  .object({
    challenge: z.string(),
    timeout,
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: kind, alg: z.number().int() })),
    excludeCredentials: z.array(z.object({ type: kind, id: z.string() })),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.boolean(),
      userVerification: verification,
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyBegun' });

/** What it answers, and what the passkey is called. */
export const passkeyMade = z
  .object({
    name,
    passkey: z
      .object({
        ...shown,
        response: z.object({
          clientDataJSON: base64url(4_000),
          attestationObject: base64url(40_000),
          transports: z
            .array(z.string().regex(/^[a-z-]{1,20}$/))
            .max(10)
            .optional(),
        }),
      })
      .meta({ description: 'RegistrationResponseJSON of WebAuthn.' }),
  })
  .meta({ id: 'PasskeyMade' });

export const passkeyNamed = z.object({ name, password }).meta({ id: 'PasskeyNamed' });
