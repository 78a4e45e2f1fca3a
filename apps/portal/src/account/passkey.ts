/** The person said no, or the device has no passkey for this site. */
export class PasskeyUnused extends Error {}

/** What the browser is asked for, as the platform writes it. */
type Asked = Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0];
type Begun = Parameters<typeof PublicKeyCredential.parseCreationOptionsFromJSON>[0];

/** Whether this browser can have passkeys here: by HTTPS or on one's own machine, and by a name, not a number. */
export const passkeysPossible = (): boolean =>
  window.isSecureContext &&
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  !/^([\d.]+|\[.*\])$/.test(window.location.hostname);

/** Has an authenticator make a passkey. Throws PasskeyUnused. */
export async function makePasskey<Made>(begun: Begun): Promise<Made> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(begun);
  return written<Made>(navigator.credentials.create({ publicKey }));
}

/** Has an authenticator answer with a passkey of this site. Throws PasskeyUnused. */
export async function showPasskey<Answer>(asked: Asked): Promise<Answer> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  return written<Answer>(navigator.credentials.get({ publicKey }));
}

async function written<Answer>(asking: Promise<Credential | null>): Promise<Answer> {
  const credential = await asking.catch((cause: unknown) => {
    throw new PasskeyUnused('no passkey was shown', { cause });
  });
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyUnused('no passkey was shown');
  return credential.toJSON() as Answer;
}
