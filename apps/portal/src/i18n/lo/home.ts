import type { Texts } from '../texts.ts';

const texts: Texts<'home'> = {
  title: 'ວຽກມື້ນີ້',
  intro: 'ສິ່ງທີ່ຕ້ອງມີຜູ້ດຳເນີນການ, ເລື່ອງສຳຄັນທີ່ສຸດຢູ່ກ່ອນ.',
  nothing: 'ບໍ່ມີວຽກຄ້າງ',
  nothingHint: 'ເມື່ອໃບແຈ້ງຖືກສົ່ງຄືນ ຫຼື ກັກກວດ, ການສົ່ງເວັບຮຸກລົ້ມເຫຼວ ຫຼື ການຂຶ້ນທະບຽນໃກ້ໝົດອາຍຸ ຈະສະແດງຢູ່ນີ້.',
  since: 'ຕັ້ງແຕ່',
  ways: 'ໄປທີ່',
  kind: {
    'lists-refused': 'ໃບແຈ້ງ {{count}} ໃບຖືກສົ່ງຄືນ, ແກ້ໄຂແລ້ວສົ່ງໃໝ່ໄດ້',
    'lists-held': 'ໃບແຈ້ງ {{count}} ໃບກຳລັງກັກກວດ',
    'lists-waiting': 'ໃບແຈ້ງ {{count}} ໃບລໍເອກະສານ',
    'webhooks-disabled': 'ເວັບຮຸກ {{count}} ລາຍການຖືກປິດຍ້ອນບໍ່ມີການຕອບຮັບ',
    'webhooks-failed': 'ການສົ່ງເວັບຮຸກ {{count}} ຄັ້ງບໍ່ສຳເລັດ',
    'filing-expiring': 'ໃບອະນຸຍາດ, ໃບຢັ້ງຢືນ ຫຼື ການຂຶ້ນທະບຽນ {{count}} ລາຍການໃກ້ໝົດອາຍຸ',
  },
};

export default texts;
