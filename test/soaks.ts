/** A test that `npm test` runs in small and `npm run soak` at length, and the environment variable that says how long. */
interface Soak {
  readonly file: string;
  readonly variable: string;
  readonly value: string;
}

export const soaks: readonly Soak[] = [
  { file: 'test/faults/kills.database.test.ts', variable: 'CHAMA_KILLS', value: '200' },
  { file: 'test/faults/returns.database.test.ts', variable: 'CHAMA_KILLS', value: '200' },
  { file: 'test/links/kills.database.test.ts', variable: 'CHAMA_KILLS', value: '200' },
  { file: 'platform/channels/testing/kills.contract.ts', variable: 'CHAMA_KILLS', value: '200' },
  { file: 'modules/signatures/portable/bits.test.ts', variable: 'CHAMA_EVERY_BIT', value: '1' },
  { file: 'test/fuzz/fuzz.test.ts', variable: 'CEB_MUTATIONS', value: '100000' },
  { file: 'modules/ceb/envelope/envelope.official.test.ts', variable: 'CEB_MUTATIONS', value: '100000' },
  { file: 'modules/ceb/signature/canonical.oracles.test.ts', variable: 'CEB_MUTATIONS', value: '100000' },
];
