import { createHash, randomUUID } from 'node:crypto';
import type { Account } from '../domain/account.ts';
import { loginFor, type Vouched } from '../domain/agency-provider.ts';
import { addAccount } from '../storage/accounts.ts';
import { noteEvent } from '../storage/events.ts';
import { addIdentity } from '../storage/identities.ts';
import type { Provider } from '../storage/providers.ts';
import { requireDifferentPeople } from './making-accounts.ts';
import type { AccessPorts, Origin } from './ports.ts';

/** As whose doing it stands on record what an agency's sign-in has asked for. */
const agencyAs = ({ providerId }: Pick<Provider, 'providerId'>): string => `agency:${providerId}`;

/**
 * Asks for an account for somebody an agency vouches for: a security administrator approves it, and no password is made.
 * Where two requests of one person come at once, one account is asked for.
 * @throws Problem 409 where the person has an account of this role already, which is to be bound instead
 */
export async function proposeForAgency(
  { database, now }: Pick<AccessPorts, 'database' | 'now'>,
  provider: Provider,
  subject: string,
  { agency, office, staffNumber, name }: Vouched,
  { address }: Origin,
): Promise<void> {
  const { providerId, shortName } = provider;
  const at = now();
  const madeBy = agencyAs(provider);
  await database.transaction(async (client) => {
    const account: Account = {
      ...{
        accountId: randomUUID(),
        login: loginFor(staffNumber, shortName),
        displayName: name,
        role: 'officer',
      },
      ...{ customsCode: null, member: null, agency, office, staffNumber, state: 'proposed' },
      ...{ madeBy, madeAt: at, approvedBy: null, approvedAt: null },
    };
    await requireDifferentPeople(client, account);
    // A login of somebody who left stays taken; another is made of what the provider calls the person.
    const other = `${account.login.slice(0, 55)}-${createHash('sha256').update(subject).digest('hex').slice(0, 8)}`;
    const login = (await addAccount(client, account)) ? account.login : other;
    if (login === other && !(await addAccount(client, { ...account, login })))
      throw new Error(`The login ${login} is taken.`);
    const { accountId } = account;
    await addIdentity(client, {
      identityId: randomUUID(),
      providerId,
      subject,
      accountId,
      madeBy,
      madeAt: at,
    });
    await noteEvent(client, {
      ...{ at, kind: 'account-proposed', accountId, login, actor: madeBy, address },
      detail: { role: 'officer', agency, office, provider: providerId },
    });
  });
}
