import type { Texts } from '../texts.ts';

const texts: Texts<'centre'> = {
  title: 'Return centre',
  intro:
    'Parcels of returns are scanned and sorted in the zone; what is fit goes on a return list, the rest leaves again or is destroyed.',
  file: 'File a centre',
  centre: 'Centre',
  scan: 'Label',
  scanHint:
    'Scan or type the number of the waybill back, of the first waybill, the order or the list; Enter takes it in',
  receive: 'Take in',
  again: 'taken in before',
  state: 'State',
  none: 'No parcels',
  noneHint: 'They are shown once taken in; enterprises may announce the number of the waybill back.',
  parcel: 'Parcel',
  label: 'Label',
  received: 'Received',
  deeds: 'To do',
  platform: 'Platform code',
  fit: 'Fit to come back',
  unfit: 'Not fit',
  states: {
    unidentified: 'Unknown',
    identified: 'To be sorted',
    sorted: 'Sorted',
    'set-apart': 'Set apart',
    listed: 'On a return',
    'sent-back': 'Sent out again',
    destroyed: 'Destroyed',
  },
  bars: {
    'CENTRE-NOT-RELEASED': 'List not released, or cancelled',
    'CENTRE-MODE': 'Not bonded retail import (1210)',
    'CENTRE-OFFICE': 'Of another zone',
    'CENTRE-TOO-LATE': 'After the last day to be back',
  },
  deed: {
    identify: 'Say what it is',
    sort: 'Sort',
    handIn: 'Hand in the return',
    end: 'Note its leaving',
  },
  hint: {
    identify: 'Give the order and the platform of the list it comes back from.',
    sort: 'Give what lies in it, line by line; what is not fit gets a parcel number of its own.',
    handIn:
      'The return list is written from what was sorted; once accepted its goods are back and wait for customs.',
    end: 'Give the number of the waybill or of the record of destruction; it cannot be changed afterwards.',
    file: 'A place of its own in the zone, kept by a warehouse enterprise that is not discredited (announcement 2021 No. 70).',
  },
  field: {
    centreCode: 'Code (capital letters and digits)',
    nameZh: 'Chinese name',
    nameEn: 'English name',
    customsCode: 'Office of customs',
    owner: 'Customs code of its enterprise',
    address: 'Address',
    openedOn: 'First day',
  },
};

export default texts;
