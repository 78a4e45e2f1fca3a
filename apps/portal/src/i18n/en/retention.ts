import type { Texts } from '../texts.ts';

const texts: Texts<'retention'> = {
  title: 'How long things are kept',
  intro: 'What is kept, for how long, on what ground, and what becomes of it then.',
  what: 'What',
  kept: 'Kept for',
  after: 'Afterwards',
  source: 'Ground',
  months: '{{count}} month | {{count}} months',
  noMonths: 'Each its own time, or without end',
  from: {
    release: 'from release (or the last decision)',
    receipt: 'from receipt',
    answer: 'from the answer',
    event: 'from when it happened',
  },
  afterwards: {
    pseudonymise: 'Persons are taken out',
    erase: 'Erased',
    keep: 'Kept on',
  },
  nobody: 'Nobody erases it yet',
  holds: 'Legal holds',
  noHolds: 'Nothing is kept longer because an authority asks for it.',
  runs: 'What was erased',
  noRuns: 'Nothing has been erased yet.',
  erased: '{{count}} erased | {{count}} erased',
  held: '{{count}} kept by a hold | {{count}} kept by holds',
  everything: 'Everything',
  orderNo: 'Order number',
  orderNoHint: 'Leave it out for everything',
  paperNo: 'Number of the letter',
  reason: 'Reason',
  hold: 'Hold',
  lift: 'Lift',
  lifted: 'lifted',
  settled: 'Settled:',
};

export default texts;
