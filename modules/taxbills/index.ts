/** Tax of released lists: cover before release, bills, payment certificates, what is given back. */

export { type GivenBack, voidFor } from './application/reductions.ts';
export { DUTY_CODES } from './domain/finding-codes.ts';
