import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccessPorts, Origin } from './ports.ts';

/** What a browser keeps that an account has signed in with: it opens nothing, but strangers cannot bar it. */
export interface DeviceMark {
  readonly value: string;
  readonly seconds: number;
}

type DevicePorts = Pick<AccessPorts, 'database' | 'now' | 'parameters'>;

/** A mark for the browser somebody has just signed in with. */
export function markDevice(ports: DevicePorts, accountId: string): DeviceMark {
  const { deviceKnownMs } = ports.parameters();
  const until = (ports.now().getTime() + deviceKnownMs).toString(36);
  const facts = `${until}.${randomBytes(12).toString('base64url')}`;
  return { value: `${facts}.${sealOf(ports, accountId, facts)}`, seconds: Math.floor(deviceKnownMs / 1_000) };
}

/**
 * The name of a device that has signed in to this account; undefined for any other. By the account, not its login: that may
 * be another's one day.
 */
export function deviceOf(ports: DevicePorts, accountId: string, { device }: Origin): string | undefined {
  const [until = '', name = '', given = ''] = (device ?? '').split('.');
  const wanted = Buffer.from(sealOf(ports, accountId, `${until}.${name}`));
  const shown = Buffer.from(given);
  if (shown.length !== wanted.length || !timingSafeEqual(shown, wanted)) return undefined;
  return Number.parseInt(until, 36) > ports.now().getTime() ? name : undefined;
}

const sealOf = ({ database }: DevicePorts, accountId: string, facts: string): string =>
  createHmac('sha256', database.vault.secret('device')).update(`${accountId}\n${facts}`).digest('base64url');
