import type { Texts } from '../texts.ts';

const texts: Texts<'status'> = {
  title: 'Tình trạng nền tảng',
  intro: 'Nền tảng tự đo mỗi phút một lần. Thời gian không đo được ghi rõ và không bao giờ tính là tốt.',
  components: 'Thành phần',
  measured: 'Đo lần cuối',
  legend:
    'Mỗi cột là một ngày: xanh là bình thường, vàng có lúc chậm, đỏ có lúc ngừng, xám là không đo. Tỷ lệ tính trên thời gian đã đo.',
  took: '{{ms}} mili giây',
  share: 'Hoạt động {{percent}} trong {{count}} ngày qua',
  strip: '{{name}}: hoạt động {{percent}} trong {{count}} ngày qua, xem từng ngày trong bảng dưới đây',
  day: 'Ngày (phút)',
  whole: 'Toàn nền tảng',
  sum: {
    working: 'Mọi thứ hoạt động bình thường',
    slow: 'Có thành phần chậm',
    down: 'Có thành phần ngừng hoạt động',
    unmeasured: 'Không đo trong vài phút qua',
  },
  level: { working: 'Bình thường', slow: 'Chậm', down: 'Ngừng', unmeasured: 'Không đo' },
  component: {
    portal: 'Cổng thông tin và giao diện',
    intake: 'Tiếp nhận thông điệp',
    judging: 'Xét tờ khai',
    customs: 'Kết nối hải quan',
    database: 'Cơ sở dữ liệu',
  },
  what: {
    portal: 'Nền tảng tự gọi mình qua địa chỉ của chính nó',
    intake: 'Thông điệp chờ ghi so với giới hạn',
    judging: 'Tờ khai đến hạn phải chờ xét bao lâu',
    customs: 'Kênh hải quan có trả lời hay không',
    database: 'Truy vấn nhỏ nhất mất bao lâu',
  },
  incidents: 'Sự cố và bảo trì theo kế hoạch',
  none: 'Không có sự cố',
  noneHint: 'Trong 90 ngày qua không đo được hay nhận báo sự cố nào, và không có bảo trì theo kế hoạch.',
  kind: { measured: 'tự đo được', reported: 'đơn vị vận hành báo', planned: 'bảo trì theo kế hoạch' },
  stage: { open: 'Đang diễn ra', planned: 'Theo kế hoạch', over: 'Đã kết thúc' },
  report: 'Báo sự cố',
  kindLabel: 'Loại',
  levelLabel: 'Ảnh hưởng',
  planned: { from: 'Bắt đầu (giờ Bắc Kinh)', until: 'Kết thúc (giờ Bắc Kinh)' },
  word: { zh: 'Thông báo cho công chúng (tiếng Trung)', en: 'Thông báo cho công chúng (tiếng Anh)' },
  publish: 'Công bố',
  say: 'Nói thêm',
  sayOver: 'Công bố và báo đã kết thúc',
};

export default texts;
