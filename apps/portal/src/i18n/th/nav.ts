import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'เมนูหลัก',
  lists: 'ใบสำแดง',
  bulk: 'ไฟล์ชุด',
  status: 'สถานะระบบ',
  enterprises: 'กิจการ',
  filings: 'คำขอขึ้นทะเบียน',
  goods: 'สินค้า',
  codeLists: 'ตารางรหัส',
  api: 'เอกสาร API',
  sandbox: 'แซนด์บ็อกซ์',
};

export default texts;
