/** Tax of released lists: cover before release, bills, payment certificates, what is given back. */
export { type GivenBack, voidFor } from './application/reductions.ts';
