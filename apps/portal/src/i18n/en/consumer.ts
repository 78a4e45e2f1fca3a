import type { Texts } from '../texts.ts';

const texts: Texts<'consumer'> = {
  parcel: {
    title: 'Where is my parcel',
    intro: 'By its number and the last four digits of your telephone number. Nothing of a person is shown.',
    number: 'Number',
    numberHint: 'Order number, waybill number or list number, whole',
    phone: 'Last four digits of the telephone number',
    phoneHint: 'Of the number you gave with the order',
    look: 'Look',
    platform: 'Platform',
    carrier: 'Carrier',
    since: 'Since',
  },
  state: {
    announced: 'Announced',
    checking: 'Being compared',
    'with-customs': 'With customs',
    held: 'Being inspected',
    released: 'Released',
    returned: 'Sent back',
    withdrawn: 'Withdrawn',
  },
  me: {
    title: 'My purchases',
    intro: 'Your yearly allowance, your lists, and what is held of you.',
    confirmTitle: 'Confirm who you are',
    confirmIntro:
      'As you gave it with your order. All three must stand in one paper on this platform; five tries a day.',
    idType: 'Kind of document',
    card: 'Citizen ID card',
    other: 'Another document',
    idNumber: 'Number of the document',
    name: 'Name',
    phone: 'Telephone number',
    confirm: 'Confirm',
    allowance: 'Yearly allowance',
    used: '{{year}}: ¥{{used}} used of ¥{{limit}}',
    left: '¥{{left}} left',
    lists: 'My lists',
    none: 'No list has been declared in your name yet.',
    goods: 'Goods',
    value: 'Value',
    tax: 'Tax',
    seller: 'Seller',
    data: 'My data',
    dataHint:
      'Everything this platform holds about you, and who was shown it and why. The download is on record too.',
    download: 'Download (JSON)',
  },
};

export default texts;
