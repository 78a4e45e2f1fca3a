import { z } from 'zod';
import type { Account } from '../domain/account.ts';
import { agencyName, instant, rightName } from './schemas.ts';

/** What an account may be. */
export const accountRole = z.enum([
  ...['enterprise', 'operator', 'officer', 'consumer'],
  ...['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
] as [Account['role'], ...Account['role'][]]);
const accountState = z.enum(['proposed', 'active', 'locked', 'closed']).meta({
  description: 'proposed: waits for a security administrator; closed: for good.',
});
const factor = z.enum(['password', 'totp', 'recovery-code', 'passkey', 'key', 'agency', 'agency-factor']);
const password = z.string().min(1).max(1_000);
const reason = z.string().trim().min(1).max(500).meta({ description: 'Kept with the evidence.' });

export const accountParams = z.object({ accountId: z.uuid() });
export const sessionParams = z.object({ sessionId: z.uuid() });

const account = z.object({
  accountId: z.uuid(),
  login: z.string(),
  displayName: z.string(),
  role: accountRole,
  customsCode: z.string().nullable(),
  member: rightName.nullable(),
  agency: agencyName.nullable(),
  office: z.string().nullable(),
  staffNumber: z.string().nullable(),
  state: accountState,
  madeBy: z
    .string()
    .meta({ description: 'Account id, the command line, or `agency:` and the id of its sign-in.' }),
  madeAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
});

export const accountView = account.meta({ id: 'Account' });

export const ownAccountView = z
  .object({
    account: accountView,
    passwordChangedAt: instant.nullable(),
    passwordIsOneTime: z.boolean().meta({ description: 'Given by another: to be replaced before all else.' }),
    totpSince: instant.nullable().meta({ description: 'Since when an authenticator app counts.' }),
    needsSecondFactor: z.boolean(),
    passkeys: z.array(
      z
        .object({
          passkeyId: z.uuid(),
          name: z.string(),
          madeAt: instant,
          lastUsedAt: instant.nullable(),
        })
        .meta({ id: 'Passkey' }),
    ),
    recoveryCodesLeft: z.number().int(),
  })
  .meta({ id: 'OwnAccount' });

export const newPassword = z.object({ current: password, next: password }).meta({ id: 'NewPassword' });

export const confirmation = z
  .object({
    password: password.optional().meta({ description: 'The present one; a newcomer leaves it out.' }),
  })
  .meta({ id: 'PasswordOnce' });

export const confirmed = z.object({ password }).meta({ id: 'PasswordAgain' });
export const oneCode = z.object({ code: z.string().trim().min(6).max(10) }).meta({ id: 'SecondFactorCode' });

export const totpBegun = z
  .object({
    secret: z.string().meta({ description: 'Base32, to be typed where no code can be scanned.' }),
    address: z.string().meta({ description: 'otpauth://…, the content of the QR code.' }),
  })
  .meta({ id: 'TotpSecret' });

export const recoveryCodes = z
  .object({ codes: z.array(z.string()).meta({ description: 'Each good once. Shown only now.' }) })
  .meta({ id: 'RecoveryCodes' });

const sessionShape = z.object({
  sessionId: z.uuid(),
  factors: z.array(factor),
  openedAt: instant,
  lastSeenAt: instant,
  endsAt: instant,
  address: z.string(),
  browser: z.string(),
});
export const ownSessionsView = z
  .object({ sessions: z.array(sessionShape.extend({ current: z.boolean() })) })
  .meta({ id: 'OwnSessions' });
export const sessionsView = z.object({ sessions: z.array(sessionShape) }).meta({ id: 'AccountSessions' });

export const accountWish = z
  .object({
    login: z.string().trim().min(3).max(64),
    displayName: z.string().trim().min(1).max(100),
    role: accountRole,
    customsCode: z.string().max(20).optional(),
    member: rightName.optional(),
    agency: agencyName.optional(),
    office: z.string().trim().min(1).max(20).optional(),
    staffNumber: z.string().trim().min(1).max(40).optional(),
  })
  .strict()
  .meta({ id: 'AccountWish' });

/** What a consumer gives to have an account. */
export const signUpBody = z
  .object({
    login: z.string().trim().min(1).max(64),
    displayName: z.string().trim().min(1).max(100),
    password,
  })
  .strict()
  .meta({ id: 'SignUp' });

export const handed = z
  .object({
    account: accountView,
    password: z.string().optional().meta({
      description:
        'One-time password, or your half of it. Shown only now; left out where its agency signs it in.',
    }),
    whole: z.boolean().meta({
      description: 'false: the first half is shown to who makes the account, the second to who approves it.',
    }),
  })
  .meta({ id: 'HandedPassword' });

export const accountChange = z
  .object({ displayName: z.string().trim().min(1).max(100).optional(), member: rightName.optional() })
  .strict()
  .meta({ id: 'AccountChange' });

export const withReason = z.object({ reason }).meta({ id: 'Reason' });
export const oneTime = z.object({ password: z.string() }).meta({ id: 'OneTimePassword' });

export const accountsQuery = z.object({
  state: accountState.optional(),
  role: accountRole.optional(),
  customsCode: z.string().max(20).optional(),
  q: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Beginning of a login, or part of a name.' }),
  cursor: z.string().max(100).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const accountsPage = z
  .object({
    accounts: z.array(
      account
        .extend({ lastSeenAt: instant.nullable(), hasSecondFactor: z.boolean() })
        .meta({ id: 'AccountRow' }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'AccountsPage' });

export const eventsQuery = z.object({
  accountId: z.uuid().optional(),
  kind: z.string().max(40).optional(),
  day: z.iso.date().optional().meta({ description: 'Only of this day in China.' }),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const eventsPage = z
  .object({
    events: z.array(
      z
        .object({
          seq: z.string(),
          at: instant,
          kind: z.string(),
          accountId: z.uuid().nullable(),
          login: z.string().nullable(),
          actor: z.string().nullable(),
          accountName: z.string().nullable().meta({ description: 'Name of the account, as it is now.' }),
          actorLogin: z.string().nullable().meta({ description: 'Of who did it, where that is an account.' }),
          actorName: z.string().nullable(),
          address: z.string().nullable(),
          detail: z.looseObject({}).nullable(),
        })
        .meta({ id: 'AccountEvent' }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'AccountEventsPage' });
