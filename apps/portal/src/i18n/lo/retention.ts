import type { Texts } from '../texts.ts';

const texts: Texts<'retention'> = {
  title: 'ເກັບໄວ້ດົນປານໃດ',
  intro: 'ເກັບຫຍັງ, ດົນປານໃດ, ຕາມກົດໝາຍໃດ ແລະ ຫຼັງຈາກນັ້ນເປັນແນວໃດ.',
  what: 'ສິ່ງທີ່ເກັບ',
  kept: 'ເກັບໄວ້',
  after: 'ຫຼັງຈາກນັ້ນ',
  source: 'ທີ່ມາ',
  months: '{{count}} ເດືອນ',
  noMonths: 'ແຕ່ລະລາຍການມີກຳນົດຂອງຕົນ ຫຼື ເກັບຕະຫຼອດໄປ',
  from: {
    release: 'ນັບຈາກການປ່ອຍ (ຫຼື ການຕັດສິນສຸດທ້າຍ)',
    receipt: 'ນັບຈາກໄດ້ຮັບ',
    answer: 'ນັບຈາກຄຳຕອບ',
    event: 'ນັບຈາກເກີດຂຶ້ນ',
  },
  afterwards: {
    pseudonymise: 'ເອົາຂໍ້ມູນບຸກຄົນອອກ',
    erase: 'ລຶບ',
    keep: 'ເກັບຕໍ່ໄປ',
  },
  nobody: 'ຍັງບໍ່ມີຜູ້ລຶບ',
  holds: 'ການລະງັບການລຶບຕາມກົດໝາຍ',
  noHolds: 'ບໍ່ມີສິ່ງໃດທີ່ຕ້ອງເກັບດົນຂຶ້ນຕາມຄຳຂໍຂອງອົງການ.',
  runs: 'ບັນທຶກການລຶບ',
  noRuns: 'ຍັງບໍ່ເຄີຍລຶບ.',
  erased: 'ລຶບແລ້ວ {{count}} ລາຍການ',
  held: 'ເກັບໄວ້ຕາມການລະງັບ {{count}} ລາຍການ',
  everything: 'ທັງໝົດ',
  orderNo: 'ເລກຄຳສັ່ງຊື້',
  orderNoHint: 'ປະຫວ່າງໝາຍເຖິງທັງໝົດ',
  paperNo: 'ເລກທີໜັງສື',
  reason: 'ເຫດຜົນ',
  hold: 'ຕັ້ງການລະງັບ',
  lift: 'ຍົກເລີກ',
  lifted: 'ຍົກເລີກເມື່ອ',
  settled: 'ສິ້ນສຸດແລ້ວ:',
};

export default texts;
