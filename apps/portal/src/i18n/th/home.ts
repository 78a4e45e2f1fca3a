import type { Texts } from '../texts.ts';

const texts: Texts<'home'> = {
  title: 'งานวันนี้',
  intro: 'สิ่งที่ต้องมีผู้ดำเนินการ เรื่องสำคัญที่สุดอยู่ก่อน',
  nothing: 'ไม่มีงานค้าง',
  nothingHint: 'เมื่อมีใบสำแดงถูกตีกลับหรือรอตรวจสอบ การส่งเว็บฮุกล้มเหลว หรือการขึ้นทะเบียนใกล้หมดอายุ จะแสดงที่นี่',
  since: 'ตั้งแต่',
  ways: 'ไปที่',
  kind: {
    'lists-refused': 'ใบสำแดง {{count}} ใบถูกตีกลับ แก้ไขแล้วส่งใหม่ได้',
    'lists-held': 'ใบสำแดง {{count}} ใบรอตรวจสอบ',
    'lists-waiting': 'ใบสำแดง {{count}} ใบรอเอกสาร',
    'webhooks-disabled': 'เว็บฮุก {{count}} รายการถูกปิดเพราะไม่มีการตอบรับ',
    'webhooks-failed': 'การส่งเว็บฮุก {{count}} ครั้งไม่สำเร็จ',
    'filing-expiring': 'ใบอนุญาต ใบรับรอง หรือการขึ้นทะเบียน {{count}} รายการใกล้หมดอายุ',
  },
};

export default texts;
