import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'ເມນູຫຼັກ',
  desk: 'ໂຕະວຽກເຈົ້າໜ້າທີ່',
  questions: 'ຄຳຖາມ',
  home: 'ໜ້າຫຼັກ',
  orders: 'ໃບສັ່ງຊື້',
  payments: 'ເອກະສານຊຳລະ',
  waybills: 'ໃບຂົນສົ່ງ',
  lists: 'ໃບແຈ້ງພາສີ',
  bulk: 'ໄຟລ໌ເປັນຊຸດ',
  links: 'ການເຊື່ອມຕໍ່',
  rules: 'ກົດ',
  parcel: 'ກວດພັດສະດຸ',
  me: 'ການຊື້ຂອງຂ້ອຍ',
  accounts: 'ບັນຊີຜູ້ໃຊ້',
  showings: 'ບັນທຶກການເບິ່ງ',
  audit: 'ການກວດສອບ',
  delegations: 'ການມອບໝາຍ',
  keys: 'ກະແຈ API',
  webhooks: 'ເວັບຮຸກ',
  status: 'ສະຖານະລະບົບ',
  enterprises: 'ວິສາຫະກິດ',
  filings: 'ຄຳຮ້ອງຂຶ້ນທະບຽນ',
  goods: 'ສິນຄ້າ',
  codeLists: 'ຕາຕະລາງລະຫັດ',
  editions: 'ສະບັບຕາຕະລາງ',
  api: 'ເອກະສານ API',
  sandbox: 'ບ່ອນທົດລອງ',
};

export default texts;
