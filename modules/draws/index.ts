export type { Commitment, DrawFault, DrawRecord } from './domain/draw.ts';
export { commit, type Digest, draw, isDrawn, ticketOf, verifyDraw } from './domain/draw.ts';
