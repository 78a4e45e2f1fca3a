/** Documents as their enterprises look at them. */
export type { Attention, AttentionSource } from './application/ports.ts';
