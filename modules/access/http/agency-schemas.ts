import { z } from 'zod';
import { bilingual } from '#http';
import { passkeyAnswer } from './passkey-schemas.ts';
import { agencyName, instant } from './schemas.ts';

const word = (most: number) => z.string().trim().min(1).max(most);
const address = z.string().max(2_000);

export const leaving = z
  .object({
    location: address.optional().meta({
      description: 'Where to go to sign out at the agency as well, where one has signed somebody in.',
    }),
  })
  .meta({ id: 'Leaving', examples: [{}] });
export const going = z
  .object({ location: address.meta({ description: 'Where the browser goes to sign in at the agency.' }) })
  .meta({ id: 'Going' });

export const providerParams = z.object({ providerId: z.uuid() });
export const identityParams = z.object({ identityId: z.uuid() });

export const agenciesOffered = z
  .object({
    agencies: z.array(z.object({ providerId: z.uuid(), name: bilingual }).meta({ id: 'AgencyOffered' })),
  })
  .meta({ id: 'AgenciesOffered', examples: [{ agencies: [] }] });

const state = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ description: 'As it came back from the agency.' });
/** What an agency sends back, as the browser has it in its address. */
export const agencyAnswer = z
  .object({
    state,
    code: z.string().min(1).max(4_000).optional(),
    iss: z.string().max(2_000).optional(),
    error: z.string().max(200).optional(),
    error_description: z.string().max(2_000).optional(),
  })
  .strict()
  .meta({ id: 'AgencyAnswer' });

export const agencyFactor = z
  .object({
    state,
    code: z.string().trim().min(6).max(40).optional(),
    passkey: passkeyAnswer.optional().meta({ description: 'In the place of a code.' }),
  })
  .strict()
  .meta({ id: 'AgencyFactor' });

const names = z.array(word(100)).max(20);
const claim = word(100);
const settings = z
  .object({
    name: z.object({ zh: word(60), en: word(60) }).meta({ description: 'As the sign-in page shows it.' }),
    scopes: names.meta({ description: '`openid` and what else it takes to get the claims.' }),
    userInfo: z.boolean().meta({ description: 'Whether claims are also read from userinfo.' }),
    claims: z
      .object({
        agency: claim.optional().meta({ description: 'Left out where all its people are of one agency.' }),
        office: claim,
        officer: claim.meta({ description: 'Staff number.' }),
        name: claim,
        right: z
          .object({ claim, value: word(200) })
          .optional()
          .meta({
            description: 'A claim that has to hold a value for somebody to come in at all.',
          }),
      })
      .meta({ description: 'Which claim says what.' }),
    agencies: z.record(word(200), agencyName).meta({
      description: 'Agency by the value of its claim; under `*` where no claim says it.',
    }),
    twoFactors: z.object({ acr: names, amr: names }).meta({
      description:
        'Values any of which says that two factors were shown there. None: ours is asked for besides.',
    }),
    audiences: names.meta({ description: 'Others an ID token may be for besides us.' }),
  })
  .strict();

const shortName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,19}$/)
  .meta({ description: 'Stands in the logins of its people: `c1024@short-name`.' });
const clientSecret = z.string().min(8).max(1_000);

export const providerWish = z
  .object({ shortName, issuer: word(500), clientId: word(200), clientSecret, settings })
  .strict()
  .meta({ id: 'AgencySignInWish' });
export const providerChange = z
  .object({ clientId: word(200), settings })
  .strict()
  .meta({ id: 'AgencySignInChange' });
export const newSecret = z.object({ clientSecret }).strict().meta({ id: 'AgencySecret' });
export const seen = z
  .object({
    changedAt: instant.meta({
      description: 'Of what was looked at: what was changed since is not confirmed.',
    }),
  })
  .strict()
  .meta({ id: 'AgencySeen' });

export const providerView = z
  .object({
    ...{ providerId: z.uuid(), shortName: z.string(), issuer: z.string(), clientId: z.string(), settings },
    state: z
      .enum(['proposed', 'active', 'stopped'])
      .meta({ description: 'proposed: waits for a system administrator.' }),
    changedBy: z.string(),
    changedAt: instant,
    confirmedBy: z.string().nullable(),
    confirmedAt: instant.nullable(),
    enter: z
      .object({ redirectUri: address, signedOutUri: address, backChannelUri: address })
      .meta({ description: 'What has to be entered at the provider.' }),
  })
  .meta({ id: 'AgencySignIn' });
export const providersView = z
  .object({ providers: z.array(providerView) })
  .meta({ id: 'AgencySignIns', examples: [{ providers: [] }] });

export const trialView = z
  .object({
    steps: z.array(
      z.object({
        step: z.enum(['discovery', 'keys', 'pkce', 'credentials', 'sign-out', 'sign-out-by-agency']),
        went: z
          .enum(['good', 'weak', 'bad'])
          .meta({ description: 'weak: signing in works, and this is missing there.' }),
        seen: z.string(),
      }),
    ),
  })
  .meta({ id: 'AgencyTrial' });

export const identityWish = z
  .object({
    providerId: z.uuid(),
    subject: word(255).meta({ description: "The agency's own word for the person, `sub`." }),
    accountId: z.uuid(),
  })
  .strict()
  .meta({ id: 'AgencyBindingWish' });
export const identityMade = z.object({ identityId: z.uuid() }).meta({ id: 'AgencyBindingMade' });
export const identitiesQuery = z.object({
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const identitiesPage = z
  .object({
    identities: z.array(
      z
        .object({
          ...{ identityId: z.uuid(), providerId: z.uuid(), subject: z.string(), accountId: z.uuid() },
          state: z.enum(['proposed', 'active']),
          madeBy: z.string(),
          madeAt: instant,
          confirmedBy: z.string().nullable(),
          confirmedAt: instant.nullable(),
          lastUsedAt: instant.nullable(),
          login: z.string(),
          displayName: z.string(),
          accountState: z.enum(['proposed', 'active', 'locked', 'closed']),
        })
        .meta({ id: 'AgencyBinding' }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'AgencyBindings', examples: [{ identities: [] }] });
