import type { Texts } from '../texts.ts';

const texts: Texts<'rules'> = {
  title: 'กฎและค่ากำหนด',
  intro: 'กฎและค่ากำหนดตามวันที่ทั้งหมดที่ใช้พิจารณา: แหล่งที่มา ความน่าเชื่อถือ และสิ่งที่แต่ละฉบับเปลี่ยน',
  filter: 'กรองกฎ',
  search: 'ค้นหารหัส ข้อความ หรือแหล่งที่มา',
  groupLabel: 'ประเภท',
  group: {
    any: 'ทั้งหมด',
    list: 'ทั้งใบสำแดง',
    matching: 'การเทียบเอกสาร',
    risk: 'ความเสี่ยง',
    tax: 'ภาษี',
    figure: 'ค่ากำหนด',
  },
  edition: 'ฉบับ',
  against: 'เทียบกับ',
  againstNone: 'ไม่เทียบ',
  none: 'ไม่มีกฎตรงตามเงื่อนไข',
  noneHint: 'ขยายเงื่อนไข หรือทั้งสองฉบับไม่ต่างกัน',
  count: '{{count}} ข้อ',
  rule: 'กฎ',
  sentence: 'เนื้อหา',
  value: 'ค่า',
  since: 'มีผล',
  source: 'แหล่งที่มา',
  sure: 'ความน่าเชื่อถือ',
  watch: 'แจ้งเตือนเท่านั้น',
  change: {
    added: 'เพิ่ม',
    changed: 'เปลี่ยน',
    gone: 'ยกเลิก',
  },
};

export default texts;
