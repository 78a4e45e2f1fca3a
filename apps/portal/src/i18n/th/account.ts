import type { Texts } from '../texts.ts';

const texts: Texts<'account'> = {
  signIn: {
    title: 'เข้าสู่ระบบ',
    intro: 'เข้าสู่ระบบด้วยคีย์ API ของกิจการ เพื่อดูใบสำแดงที่กิจการมีส่วนเกี่ยวข้อง',
    key: 'คีย์ API',
    keyHint: 'ออกโดยผู้ดูแลแพลตฟอร์ม มีรูปแบบเช่น chama_…',
    submit: 'เข้าสู่ระบบ',
    rejected: 'คีย์นี้ไม่ถูกต้องหรือถูกยกเลิกแล้ว',
    needKey: 'โปรดป้อนคีย์ API',
    demo: 'นี่คือแพลตฟอร์มสาธิต ดูได้โดยไม่ต้องเข้าสู่ระบบ',
    toLists: 'ดูใบสำแดง',
    signedIn: 'เข้าสู่ระบบแล้ว: {{name}}',
  },
};

export default texts;
