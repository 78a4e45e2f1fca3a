import { messageTables, signatureReturnCode } from '#ceb';
import { chinaDay, type Day } from '#kernel';
import { SigningPool, unreadableCertificate } from '#signatures';
import { parameterOn } from '#tax';
import type { SignaturePolicy, SignatureSettings } from '../../modules/exchange/wiring.ts';
import type { TaxBook } from '../../modules/tax/wiring.ts';
import type { ServerSettings } from './settings.ts';

/** Verifies the messages that are handed in, on threads of its own; ends them when it is closed. */
export interface SignatureDesk {
  readonly settings: SignatureSettings;
  close(): Promise<void>;
}

/** What the zone has set for signatures of messages; reported where it has set nothing that is known. */
function policyOn({ parameters }: TaxBook, day: Day): SignaturePolicy {
  const value = parameterOn(parameters, 'exchange.signature_check', day)?.value;
  return value === 'off' || value === 'require' ? value : 'report';
}

export function signatureDesk(
  { trustFolder, signaturePolicy }: Pick<ServerSettings, 'trustFolder' | 'signaturePolicy'>,
  taxBook: TaxBook,
  now: () => Date,
  fault: (error: unknown, what: string) => void,
): SignatureDesk {
  const policy = signaturePolicy ?? policyOn(taxBook, chinaDay(now().getTime()));
  const pool = new SigningPool({ trustFolder });
  const judge = policy === 'require' ? 'always' : 'if-any';
  return {
    settings: {
      ...{ policy, returnCode: signatureReturnCode },
      fault: (error) => fault(error, 'verifying a signature'),
      check: async ({ root, signature }, bytes, { customsCode }) => {
        // A message that comes in has the signature its schema asks for by now, and one the platform has written has not;
        // CEB507 needs one only when declared.
        const asked = messageTables[root].signature === 'required' || root === 'CEB507Message';
        if (signature === undefined && !asked) return [];
        const unreadable = signature === undefined ? undefined : unreadableCertificate(signature);
        if (unreadable) return [unreadable];
        return (await pool.verify(bytes, { at: now(), owner: { customsCode }, judge })).findings;
      },
    },
    close: () => pool.close(),
  };
}
