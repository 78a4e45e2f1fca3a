import { allowedInBrowser } from '../domain/may-do.ts';
import { type Caller, standingOf } from '../domain/roles.ts';
import type { SessionView } from '../http/schemas.ts';
import { accountById } from '../storage/accounts.ts';
import type { AccessPorts } from './ports.ts';

/** A platform and its sandbox: which of the two a server is, and the address of the other where there is one. */
export interface Side {
  readonly sandbox: boolean;
  readonly other: string | undefined;
}

/** What a browser is told of who uses it. */
export async function viewOf(
  {
    ports,
    visitors,
    enterpriseRoles,
    side,
  }: {
    readonly ports: AccessPorts;
    readonly visitors: boolean;
    readonly side: Side;
    readonly enterpriseRoles: (customsCode: string) => Promise<readonly string[]>;
  },
  caller: Caller | undefined,
): Promise<SessionView> {
  const mode = visitors ? 'demo' : 'key';
  const standing = standingOf(caller, visitors);
  const { role } = standing;
  const may = allowedInBrowser(standing);
  const sides = {
    ...(side.sandbox ? { sandbox: true as const } : {}),
    ...(side.other === undefined ? {} : { otherSide: side.other }),
  };
  if (!caller) return { ...sides, mode, signedIn: false, role, roles: visitors ? ['viewer'] : [], may };
  const { accountId, customsCode, member, agency, office } = caller;
  const account = accountId === undefined ? undefined : await accountById(ports.database, accountId);
  const name = customsCode === undefined ? undefined : await ports.enterpriseName(customsCode);
  return {
    ...sides,
    ...{ mode, signedIn: true, role, by: account ? 'account' : 'key', may },
    ...(account ? { login: account.login, name: account.displayName } : {}),
    ...(customsCode !== undefined && name !== undefined ? { enterprise: { code: customsCode, name } } : {}),
    ...(member === undefined ? {} : { member }),
    ...(agency === undefined ? {} : { agency }),
    ...(office === undefined ? {} : { office }),
    roles:
      role === 'enterprise' && customsCode
        ? [...(await enterpriseRoles(customsCode))]
        : role === 'operator'
          ? ['operator']
          : [],
  };
}
