/** Limits and times of accounts and sessions on one day, from `contracts/parameters.csv`. */
export interface AccessParameters {
  /** A session that was not used for so long has ended. */
  readonly sessionIdleMs: number;
  /** A session ends after so long, however busy. */
  readonly sessionMs: number;
  /** Characters a password needs where it is the only factor. */
  readonly passwordLengthAlone: number;
  /** Characters a password needs beside a second factor. */
  readonly passwordLengthWithFactor: number;
  readonly passwordLengthMost: number;
  /** Cost of argon2id. */
  readonly argon2: Argon2Cost;
  /** A password given by another is good for so long. */
  readonly oneTimePasswordMs: number;
  readonly recoveryCodes: number;
  /** A challenge for a passkey is good for so long. */
  readonly passkeyChallengeMs: number;
  /** Passkeys one account may have. */
  readonly mostPasskeys: number;
  /** A device that has signed in is known for so long. */
  readonly deviceKnownMs: number;
  readonly limits: AttemptLimits;
  readonly agencies: AgencyTimes;
}

/** Times of signing in by one's agency. */
export interface AgencyTimes {
  /** Somebody may be so long on the way there and back; a token that ends sessions may be so old. */
  readonly visitMs: number;
  /** Clocks may differ by so much. */
  readonly clockSkewMs: number;
  /** What a provider says of itself is believed for so long. */
  readonly metadataMs: number;
}

export interface Argon2Cost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** How whoever guesses is slowed down. */
export interface AttemptLimits {
  /** Failures in a row of an account at one address, or on a device it has signed in with, without a delay. */
  readonly accountFree: number;
  /** Failures in a row of an account, wherever from but such devices, without a delay. */
  readonly everywhereFree: number;
  /** Failures of an address without a delay. */
  readonly addressFree: number;
  /** Delay after the first failure beyond; twice as long after each further one. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** Failures in a row on one known device after which the account is locked; elsewhere, no other device is let in. */
  readonly lockAfter: number;
  /** Accounts consumers make for themselves at one address in a day without a delay. */
  readonly signUpsFree: number;
  /** Failures older than this are forgotten. */
  readonly rememberMs: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function accessParameters(value: (key: string) => string | undefined): AccessParameters {
  const whole = (name: string): number => {
    const number = Number(value(`access.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter access.${name} is no whole number above zero`);
    return number;
  };
  return {
    sessionIdleMs: whole('session_idle_minutes') * 60_000,
    sessionMs: whole('session_hours') * 3_600_000,
    passwordLengthAlone: whole('password_length_alone'),
    passwordLengthWithFactor: whole('password_length_with_factor'),
    passwordLengthMost: whole('password_length_most'),
    argon2: {
      memoryKib: whole('argon2_memory_kib'),
      passes: whole('argon2_passes'),
      lanes: whole('argon2_lanes'),
    },
    oneTimePasswordMs: whole('one_time_password_hours') * 3_600_000,
    recoveryCodes: whole('recovery_codes'),
    passkeyChallengeMs: whole('passkey_challenge_minutes') * 60_000,
    mostPasskeys: whole('most_passkeys'),
    deviceKnownMs: whole('device_known_days') * 86_400_000,
    agencies: {
      visitMs: whole('agency_visit_minutes') * 60_000,
      clockSkewMs: whole('agency_clock_skew_seconds') * 1_000,
      metadataMs: whole('agency_metadata_minutes') * 60_000,
    },
    limits: {
      accountFree: whole('account_failures_free'),
      everywhereFree: whole('account_failures_free_everywhere'),
      addressFree: whole('address_failures_free'),
      signUpsFree: whole('sign_ups_free'),
      firstDelayMs: whole('first_delay_seconds') * 1_000,
      longestDelayMs: whole('longest_delay_seconds') * 1_000,
      lockAfter: whole('lock_after_failures'),
      rememberMs: whole('failures_remembered_hours') * 3_600_000,
    },
  };
}
