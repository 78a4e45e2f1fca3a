import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'เมนูหลัก',
  desk: 'โต๊ะงานเจ้าหน้าที่',
  questions: 'คำถาม',
  home: 'หน้าหลัก',
  orders: 'คำสั่งซื้อ',
  payments: 'เอกสารชำระเงิน',
  waybills: 'ใบตราส่ง',
  lists: 'ใบสำแดง',
  bulk: 'ไฟล์ชุด',
  links: 'การเชื่อมต่อ',
  rules: 'กฎ',
  parcel: 'ตรวจสอบพัสดุ',
  me: 'การซื้อของฉัน',
  accounts: 'บัญชีผู้ใช้',
  showings: 'บันทึกการดู',
  audit: 'การตรวจสอบ',
  delegations: 'การมอบหมาย',
  keys: 'คีย์ API',
  webhooks: 'เว็บฮุก',
  status: 'สถานะระบบ',
  enterprises: 'กิจการ',
  filings: 'คำขอขึ้นทะเบียน',
  goods: 'สินค้า',
  codeLists: 'ตารางรหัส',
  editions: 'ฉบับของตาราง',
  api: 'เอกสาร API',
  sandbox: 'แซนด์บ็อกซ์',
};

export default texts;
