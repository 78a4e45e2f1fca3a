import type { components } from '../api/schema.gen.ts';

export type CertificateState = components['schemas']['GoodsCertificate']['state'];
export type Agency = NonNullable<components['schemas']['Session']['agency']>;

export const certificateStates = [
  'filed',
  'accepted',
  'refused',
  'withdrawn',
] as const satisfies readonly CertificateState[];

export const agencies = [
  'customs',
  'tax',
  'market',
  'commerce',
  'public-security',
  'post',
  'forex',
] as const satisfies readonly Agency[];

/** An agency by its code, where it is one that has a name here. */
export const agencyOf = (code: string): Agency | undefined => agencies.find((one) => one === code);
