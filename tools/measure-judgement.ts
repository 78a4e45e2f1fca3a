// How long the judgement of one dossier takes when nothing is wrong with it, and when something is.
// Run it with `node tools/measure-judgement.ts`; it prints microseconds a dossier, best of five rounds.
import { parseDecimal, ZERO } from '#kernel';
import { matchDossier } from '#matching';
import { screen } from '#risk';
import { cleanDossier, contextWith, plainPurchase } from '../modules/matching/testing/clean-dossier.ts';
import { loadRiskRules } from '../modules/risk/wiring.ts';

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

const rules = loadRiskRules();
const listings = new Map([['0901210000', 'yes']] as const);
const facts = {
  positiveListing: (code: string) => listings.get(code as '0901210000'),
  bondedOnly: () => false,
  sameDayTotal: ZERO,
  recentAmounts: [],
};
const dutiableValue = parseDecimal('300');

console.log({
  matchCleanMicros: microseconds((at) => matchDossier(many[at] ?? cleanDossier(), context)),
  matchFaultyMicros: microseconds((at) => matchDossier(faulty[at] ?? cleanDossier(), context)),
  screenCleanMicros: microseconds((at) =>
    screen({ dossier: many[at] ?? cleanDossier(), dutiableValue }, facts, rules, context.day),
  ),
});
