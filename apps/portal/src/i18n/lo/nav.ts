import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'ເມນູຫຼັກ',
  lists: 'ໃບແຈ້ງພາສີ',
  status: 'ສະຖານະລະບົບ',
  api: 'ເອກະສານ API',
  sandbox: 'ບ່ອນທົດລອງ',
};

export default texts;
