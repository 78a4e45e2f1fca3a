import { z } from 'zod';
import { agencies } from '../domain/agencies.ts';
import { rights } from '../domain/rights.ts';
import { type Role, roles } from '../domain/roles.ts';
import { passkeyAnswer } from './passkey-schemas.ts';

const instant = z.iso.datetime();
const names = <Name extends string>(table: Readonly<Record<Name, unknown>>) =>
  z.enum(Object.keys(table) as [Name, ...Name[]]);

const roleName = names<Role>(roles).meta({ description: 'As in docs/field/access.md.' });
export const rightName = names(rights).meta({ description: 'What a member of an enterprise may do there.' });
export const agencyName = names(agencies);
export { instant };

/** One thing the caller may do, for the portal to offer. */
const permission = z
  .object({
    resource: z.string().meta({ description: 'As in docs/field/access.md, e.g. lists.' }),
    action: z.string().meta({ description: 'E.g. read.' }),
    scope: z.enum(['own', 'zone', 'public']).meta({
      description: "Whose: those of the caller's organisation, those of the zone, or what anyone may have.",
    }),
  })
  .meta({ id: 'Permission' });

const password = z.string().min(1).max(1_000);

/** POST /api/session: a person by password or passkey, or a program's key by who integrates it. */
export const signInBody = z
  .union([
    z
      .object({
        login: z.string().trim().min(1).max(100),
        password,
        code: z.string().trim().min(6).max(40).optional().meta({
          description: 'Of the authenticator app, six digits, or a recovery code.',
        }),
        passkey: passkeyAnswer.optional().meta({ description: 'In the place of a code.' }),
      })
      .strict(),
    z.object({ passkey: passkeyAnswer }).strict(),
    z.object({ key: z.string().trim().min(1).max(200) }).strict(),
  ])
  .meta({ id: 'SignIn' });

export const session = z
  .object({
    mode: z
      .enum(['demo', 'key'])
      .meta({ description: 'demo: everyone may read; key: sign in to see your lists.' }),
    sandbox: z.literal(true).optional().meta({
      description: 'This is a sandbox: all in it is made up, and nothing of it reaches an agency.',
    }),
    otherSide: z.string().optional().meta({
      description: 'Of a platform, where its sandbox is; of a sandbox, where its platform is.',
    }),
    signedIn: z.boolean(),
    role: roleName,
    by: z.enum(['account', 'key']).optional().meta({ description: 'What the session stands for.' }),
    login: z.string().optional(),
    name: z.string().optional().meta({ description: 'Of the person.' }),
    enterprise: z.object({ code: z.string(), name: z.string() }).optional(),
    member: rightName.optional(),
    agency: agencyName.optional(),
    office: z.string().optional(),
    roles: z.array(z.string()).meta({
      description: "The enterprise's registered roles; operator for an operator; viewer for a visitor.",
    }),
    may: z.array(permission).meta({ description: 'What the caller may do from a browser.' }),
  })
  .meta({ id: 'Session' });

export type SessionView = z.infer<typeof session>;
