import type { ClientCertificate } from '#http';
import type { Database, Queryable } from '#postgres';
import type { AccessParameters } from '../domain/parameters.ts';
import type { Caller } from '../domain/roles.ts';
import type { AgencyPeers } from './agency-peers.ts';

/** Seals small secrets that have to be at hand, each for the account it belongs to. */
interface SecretBox {
  seal(plain: Buffer, accountId: string): Buffer;
  /** Throws where it was sealed for another account, or changed. */
  open(sealed: Buffer, accountId: string): Buffer;
}

/** What accounts and sessions need of the house. */
export interface AccessPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** Of today. */
  readonly parameters: () => AccessParameters;
  readonly box: SecretBox;
  /** Whether a password is on the list of those known to guessers. */
  readonly isCommonPassword: (password: string) => boolean;
  /** Name of a registered enterprise; undefined for one that is not. */
  readonly enterpriseName: (customsCode: string) => Promise<string | undefined>;
  /** Forgets which person in papers the account of a consumer is. */
  readonly forgetPerson: (client: Queryable, accountId: string) => Promise<void>;
  /** Agencies that sign their own people in. */
  readonly peers: AgencyPeers;
  /** API keys, which people may sign in with as well. */
  readonly keys: {
    /** @param certificate the one the key comes with */
    readonly byToken: (token: string, certificate?: ClientCertificate) => Promise<Caller | undefined>;
    readonly byId: (keyId: string) => Promise<Caller | undefined>;
    /** Keys among these ids, also those that work no more. */
    readonly among: (
      ids: readonly string[],
    ) => Promise<
      readonly { readonly keyId: string; readonly label: string; readonly ownerId: string | null }[]
    >;
    /** Programs may come in with a certificate alone. */
    readonly byCertificate: (certificate: ClientCertificate) => Promise<Caller | undefined>;
  };
}

/** From where a request came. */
export interface Origin {
  readonly address: string;
  /** What the browser says of itself. */
  readonly browser: string;
  /** The mark of a device, where it shows one. */
  readonly device?: string | undefined;
}
