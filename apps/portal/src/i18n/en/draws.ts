import type { Texts } from '../texts.ts';

const texts: Texts<'draws'> = {
  title: 'Random draws, checked',
  intro:
    'A commitment is published before, the seed and the candidates after: anybody can draw again here and see whether it was fair.',
  kind: 'Kind of draw',
  sources: {
    gate: 'At the gate',
    release: 'At release',
  },
  none: 'No draws',
  noneHint: 'They are shown here once one has been committed to.',
  purpose: 'Drawn for',
  rate: 'Share drawn',
  committedAt: 'Committed at',
  seedDigest: 'Digest of the seed (the commitment)',
  seed: 'Seed',
  candidates: 'Candidates',
  notOver:
    'It is not over: seed and candidates are published afterwards, and can be checked then. Write down the digest above before.',
  noted: 'Digest you wrote down before',
  notedHint: 'It is compared too: whether the commitment is still the one you saw.',
  again: 'Draw again on this computer',
  holds: 'It holds: {{drawn}} of {{candidates}} are drawn, the same as published',
  broken: {
    noted: 'The commitment is not the one you wrote down',
    commitment: 'Purpose, share or digest of the result are not those committed to',
    seed: 'The seed is not the one committed to',
    candidates: 'The candidates are not those of the published digest or number',
    result: 'Those drawn are not those whom the rule draws',
  },
  who: '{{candidates}} candidates, {{drawn}} drawn',
  drawn: 'Drawn',
};

export default texts;
