import type { Texts } from '../texts.ts';

const texts: Texts<'papers'> = {
  title: 'Check a paper',
  intro: 'The code on a printed paper leads here; nothing of a person is shown.',
  foreign: 'This platform did not print such a paper',
  foreignHint:
    'See whether the address is whole. If somebody shows you the paper, do not hand over goods for it.',
  holds: 'Genuine, and it still holds',
  holdsHint: 'State and tax on the paper are those on the platform now.',
  changed: 'Genuine, but things have changed',
  changedHint: 'The list has changed since it was printed; what stands below holds.',
  kindLabel: 'Paper',
  kind: {
    list: 'Declaration list',
    tax: 'Statement of tax',
    release: 'Note of release',
    pass: 'Pass of a vehicle',
  },
  order: 'Platform / order number',
  pass: 'Enterprise / pass number',
  passStates: { made: 'To come to the gate', stopped: 'Stopped', passed: 'Passed', void: 'Void' },
  invtNo: 'List number',
  printedAt: 'Printed',
  printedStatus: 'Status code as printed',
  tax: 'Tax as printed',
  now: 'Now',
  gone: 'No longer on the platform',
  print: 'Print',
};

export default texts;
