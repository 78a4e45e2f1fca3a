import { randomBytes } from 'node:crypto';
import { findProvider, type KeptProvider } from '../storage/providers.ts';
import { whyNot } from './agency-peers.ts';
import { agencyUnknown } from './agency-problems.ts';
import { redirectUriOf, signedOutUriOf, wayOf } from './agency-visits.ts';
import { type Keeper, noted } from './keeping-providers.ts';
import type { Site } from './passkeys.ts';
import type { AccessPorts } from './ports.ts';

/** What was tried, how it went, and what was seen. */
export interface TrialStep {
  readonly step: 'discovery' | 'keys' | 'pkce' | 'credentials' | 'sign-out' | 'sign-out-by-agency';
  /** `weak`: signing in works, and this is missing there. */
  readonly went: 'good' | 'weak' | 'bad';
  readonly seen: string;
}

export interface Trial {
  readonly steps: readonly TrialStep[];
  /** What has to be entered at the provider. */
  readonly enter: {
    readonly redirectUri: string;
    readonly signedOutUri: string;
    readonly backChannelUri: string;
  };
}

export const backChannelUriOf = ({ origin }: Site, providerId: string): string =>
  `${origin}/api/agency-sign-in/${providerId}/logout`;

/** Tries the connection as far as it goes without a person: what it says of itself, its keys, whether it knows us. Throws Problem 404. */
export async function tryProvider(
  ports: AccessPorts,
  providerId: string,
  site: Site,
  keeper: Keeper,
): Promise<Trial> {
  const provider = await findProvider(ports.database, providerId);
  if (!provider) throw agencyUnknown();
  const steps = await stepsOf(ports, provider, site);
  const failed = steps.filter(({ went }) => went === 'bad').map(({ step }) => step);
  await noted(ports, ports.database, provider, 'agency-tried', keeper, { failed });
  return {
    steps,
    enter: {
      redirectUri: redirectUriOf(site),
      signedOutUri: signedOutUriOf(site),
      backChannelUri: backChannelUriOf(site, providerId),
    },
  };
}

async function stepsOf({ peers }: AccessPorts, provider: KeptProvider, site: Site): Promise<TrialStep[]> {
  const found = await peers.metadata(provider).catch(whyNot);
  if ('kind' in found) return [{ step: 'discovery', went: 'bad', seen: String(found.reason) }];
  const s256 = found.code_challenge_methods_supported?.includes('S256') === true;
  const way = wayOf(randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url'), site);
  const said = await peers.saysToNoCode(provider, way).catch((error: unknown) => whyNot(error).reason);
  const keys = await peers.countKeys(found).catch(() => 0);
  const byAgency = found.backchannel_logout_supported === true;
  return [
    { step: 'discovery', went: 'good', seen: found.issuer },
    { step: 'keys', went: keys > 0 ? 'good' : 'bad', seen: String(keys) },
    { step: 'pkce', went: s256 ? 'good' : 'weak', seen: s256 ? 'S256' : '–' },
    { step: 'credentials', went: said === 'invalid_grant' ? 'good' : 'bad', seen: said },
    {
      step: 'sign-out',
      went: found.end_session_endpoint ? 'good' : 'weak',
      seen: found.end_session_endpoint ?? '–',
    },
    { step: 'sign-out-by-agency', went: byAgency ? 'good' : 'weak', seen: String(byAgency) },
  ];
}
