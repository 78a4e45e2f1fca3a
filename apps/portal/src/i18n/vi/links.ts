import type { Texts } from '../texts.ts';

const texts: Texts<'links'> = {
  title: 'Kết nối cơ quan',
  intro: 'Các kênh tới cơ quan: có hoạt động không, thông điệp nào lỗi và gửi lại.',
  judge: {
    engine: 'Quy tắc của nền tảng quyết định; không gửi ra ngoài.',
    live: 'Cơ quan quyết định; nền tảng chuyển thông điệp và nhận lại phản hồi.',
  },
  up: 'Kênh hoạt động',
  down: 'Kênh ngừng',
  oldest: 'Tồn lâu nhất',
  channel: {
    waiting: 'Chờ nhận vào',
    outgoing: 'Bên kia chưa lấy',
    failed: 'Để riêng',
  },
  key: 'Chứng thư ký cho {{for}}',
  ready: 'sẵn sàng',
  notReady: 'chưa sẵn sàng',
  showLabel: 'Hiển thị',
  show: {
    lost: 'Không có trả lời',
    failed: 'Gửi lỗi',
    waiting: 'Chờ gửi',
    sent: 'Đã gửi',
    answered: 'Đã trả lời',
    unmatched: 'Phản hồi không rõ chủ',
    unreadable: 'Không đọc được',
  },
  none: 'Không có gì',
  noneHint: 'Hiện không có mục nào thuộc loại này.',
  more: 'Thêm',
  message: 'Thông điệp',
  sender: 'Bên gửi',
  documents: 'Số chứng từ',
  tries: 'Số lần',
  made: 'Nhận lúc',
  fault: 'Lý do',
  replay: 'Gửi lại',
  replayTitle: 'Gửi lại thông điệp này?',
  replayHint:
    '{{root}} của {{sender}} sẽ được gửi lại với định danh cũ; nếu bên kia đã nhận thì coi là lặp, không khai hai lần.',
  replayed: 'Sẽ được gửi lại.',
  fields: 'Các trường như khi nhận',
};

export default texts;
