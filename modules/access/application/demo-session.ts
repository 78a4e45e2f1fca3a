import type { AccessPorts } from './ports.ts';
import { openSession } from './sessions.ts';

/** Signs somebody of a demonstration in for the part the demonstration plays itself; answers the cookie's value. */
export async function demoSession(
  { database, now, parameters }: Pick<AccessPorts, 'database' | 'now' | 'parameters'>,
  accountId: string,
): Promise<string> {
  const origin = { address: '127.0.0.1', browser: 'demo day' };
  const { token } = await openSession(
    { now, parameters },
    database,
    { accountId },
    {
      ...{ factors: ['password', 'totp'], newcomer: false, origin },
    },
  );
  return token;
}
