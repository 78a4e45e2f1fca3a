import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'Menu chính',
  lists: 'Tờ khai',
  status: 'Tình trạng hệ thống',
  api: 'Tài liệu API',
  sandbox: 'Môi trường thử',
};

export default texts;
