import type { Texts } from '../texts.ts';

const texts: Texts<'rules'> = {
  title: 'ກົດ ແລະ ຄ່າກຳນົດ',
  intro: 'ກົດ ແລະ ຄ່າກຳນົດຕາມວັນທີທັງໝົດທີ່ໃຊ້ຕັດສິນ: ແຫຼ່ງທີ່ມາ, ຄວາມໜ້າເຊື່ອຖື ແລະ ສິ່ງທີ່ແຕ່ລະສະບັບປ່ຽນ.',
  filter: 'ກອງກົດ',
  search: 'ຄົ້ນຫາລະຫັດ, ເນື້ອໃນ ຫຼື ແຫຼ່ງທີ່ມາ',
  groupLabel: 'ປະເພດ',
  group: {
    any: 'ທັງໝົດ',
    list: 'ທັງໃບແຈ້ງ',
    matching: 'ການທຽບເອກະສານ',
    risk: 'ຄວາມສ່ຽງ',
    tax: 'ພາສີອາກອນ',
    figure: 'ຄ່າກຳນົດ',
  },
  edition: 'ສະບັບ',
  against: 'ທຽບກັບ',
  againstNone: 'ບໍ່ທຽບ',
  none: 'ບໍ່ມີກົດທີ່ກົງກັບເງື່ອນໄຂ',
  noneHint: 'ຂະຫຍາຍເງື່ອນໄຂ; ຫຼື ສອງສະບັບບໍ່ຕ່າງກັນ.',
  count: '{{count}} ຂໍ້',
  rule: 'ກົດ',
  sentence: 'ເນື້ອໃນ',
  value: 'ຄ່າ',
  since: 'ມີຜົນ',
  source: 'ແຫຼ່ງທີ່ມາ',
  sure: 'ຄວາມໜ້າເຊື່ອຖື',
  watch: 'ແຈ້ງເຕືອນເທົ່ານັ້ນ',
  change: {
    added: 'ໃໝ່',
    changed: 'ປ່ຽນ',
    gone: 'ຍົກເລີກ',
  },
};

export default texts;
