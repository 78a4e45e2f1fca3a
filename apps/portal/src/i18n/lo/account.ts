import type { Texts } from '../texts.ts';

const texts: Texts<'account'> = {
  signIn: {
    title: 'ເຂົ້າສູ່ລະບົບ',
    intro: 'ເຂົ້າສູ່ລະບົບດ້ວຍກະແຈ API ຂອງວິສາຫະກິດ ເພື່ອເບິ່ງໃບແຈ້ງພາສີທີ່ວິສາຫະກິດມີສ່ວນກ່ຽວຂ້ອງ.',
    key: 'ກະແຈ API',
    keyHint: 'ອອກໃຫ້ໂດຍຜູ້ດູແລແພລດຟອມ, ມີຮູບແບບ chama_…',
    submit: 'ເຂົ້າສູ່ລະບົບ',
    rejected: 'ກະແຈນີ້ບໍ່ຖືກຕ້ອງ ຫຼື ຖືກຍົກເລີກແລ້ວ.',
    needKey: 'ກະລຸນາປ້ອນກະແຈ API.',
    demo: 'ນີ້ແມ່ນແພລດຟອມສາທິດ: ເບິ່ງໄດ້ໂດຍບໍ່ຕ້ອງເຂົ້າສູ່ລະບົບ.',
    toLists: 'ເບິ່ງໃບແຈ້ງພາສີ',
    signedIn: 'ເຂົ້າສູ່ລະບົບແລ້ວ: {{name}}',
  },
};

export default texts;
