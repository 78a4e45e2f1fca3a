import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'เมนูหลัก',
  lists: 'ใบสำแดง',
  status: 'สถานะระบบ',
  api: 'เอกสาร API',
  sandbox: 'แซนด์บ็อกซ์',
};

export default texts;
