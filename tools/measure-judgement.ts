// How long the judgement of one dossier takes when nothing is wrong with it, and when something is.
// Run it with `node tools/measure-judgement.ts`; it prints microseconds a dossier, best of five rounds.
import { matchDossier } from '#matching';
import { cleanDossier, contextWith, plainPurchase } from '../modules/matching/testing/clean-dossier.ts';

const DOSSIERS = 2_000;
const ROUNDS = 5;
const PASSES = 20;

function microseconds(work: (at: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    for (let pass = 0; pass < PASSES; pass++) {
      for (let at = 0; at < DOSSIERS; at++) work(at);
    }
    best = Math.min(best, ((performance.now() - begin) * 1000) / (PASSES * DOSSIERS));
  }
  return Number(best.toFixed(2));
}

const context = contextWith();
const many = Array.from({ length: DOSSIERS }, (_, at) => {
  const dossier = cleanDossier({
    ...plainPurchase,
    lines: [
      { price: `${20 + (at % 90)}.5`, qty: String(1 + (at % 3)), name: `商品${at}` },
      { price: `${5 + (at % 7)}`, qty: '1', name: `小件${at}` },
    ],
  });
  // Papers are decoded one by one in the real flow: no two share a string.
  return JSON.parse(JSON.stringify(dossier)) as typeof dossier;
});
const faulty = many.map((dossier) => structuredClone(dossier));
for (const { payment } of faulty) payment.head.amountPaid = '1';

console.log({
  matchCleanMicros: microseconds((at) => matchDossier(many[at] ?? cleanDossier(), context)),
  matchFaultyMicros: microseconds((at) => matchDossier(faulty[at] ?? cleanDossier(), context)),
});
