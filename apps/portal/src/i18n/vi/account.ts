import type { Texts } from '../texts.ts';

const texts: Texts<'account'> = {
  signIn: {
    title: 'Đăng nhập',
    intro: 'Đăng nhập bằng khóa API của doanh nghiệp để xem các tờ khai mà doanh nghiệp tham gia.',
    key: 'Khóa API',
    keyHint: 'Do quản trị nền tảng cấp, có dạng chama_…',
    submit: 'Đăng nhập',
    rejected: 'Khóa không hợp lệ hoặc đã bị thu hồi.',
    needKey: 'Hãy nhập khóa API.',
    demo: 'Đây là nền tảng trình diễn: có thể xem mà không cần đăng nhập.',
    toLists: 'Xem tờ khai',
    signedIn: 'Đã đăng nhập: {{name}}',
  },
};

export default texts;
