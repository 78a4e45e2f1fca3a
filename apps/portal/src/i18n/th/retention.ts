import type { Texts } from '../texts.ts';

const texts: Texts<'retention'> = {
  title: 'เก็บไว้นานเท่าใด',
  intro: 'เก็บอะไร นานเท่าใด ตามกฎหมายใด และหลังจากนั้นเป็นอย่างไร',
  what: 'สิ่งที่เก็บ',
  kept: 'เก็บไว้นาน',
  after: 'หลังจากนั้น',
  source: 'ที่มา',
  months: '{{count}} เดือน',
  noMonths: 'แต่ละรายการมีกำหนดของตน หรือเก็บตลอดไป',
  from: {
    release: 'นับจากตรวจปล่อย (หรือคำวินิจฉัยสุดท้าย)',
    receipt: 'นับจากได้รับ',
    answer: 'นับจากคำตอบ',
    event: 'นับจากที่เกิดขึ้น',
  },
  afterwards: {
    pseudonymise: 'นำข้อมูลบุคคลออก',
    erase: 'ลบ',
    keep: 'เก็บต่อไป',
  },
  nobody: 'ยังไม่มีผู้ใดลบ',
  holds: 'การระงับการลบตามกฎหมาย',
  noHolds: 'ไม่มีสิ่งใดที่ต้องเก็บนานขึ้นตามคำขอของหน่วยงาน',
  runs: 'บันทึกการลบ',
  noRuns: 'ยังไม่เคยลบ',
  erased: 'ลบแล้ว {{count}} รายการ',
  held: 'เก็บไว้ตามการระงับ {{count}} รายการ',
  everything: 'ทั้งหมด',
  orderNo: 'เลขคำสั่งซื้อ',
  orderNoHint: 'เว้นว่างหมายถึงทั้งหมด',
  paperNo: 'เลขที่หนังสือ',
  reason: 'เหตุผล',
  hold: 'ตั้งการระงับ',
  lift: 'ยกเลิก',
  lifted: 'ยกเลิกเมื่อ',
  settled: 'ยุติแล้ว:',
};

export default texts;
