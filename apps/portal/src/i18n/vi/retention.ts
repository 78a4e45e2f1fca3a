import type { Texts } from '../texts.ts';

const texts: Texts<'retention'> = {
  title: 'Thời hạn lưu giữ',
  intro: 'Lưu gì, bao lâu, theo căn cứ nào và sau đó ra sao.',
  what: 'Nội dung',
  kept: 'Lưu trong',
  after: 'Sau đó',
  source: 'Căn cứ',
  months: '{{count}} tháng',
  noMonths: 'Mỗi mục có hạn riêng, hoặc không thời hạn',
  from: {
    release: 'từ khi thông quan (hoặc quyết định cuối)',
    receipt: 'từ khi nhận',
    answer: 'từ khi trả lời',
    event: 'từ khi xảy ra',
  },
  afterwards: {
    pseudonymise: 'Bỏ thông tin cá nhân',
    erase: 'Xóa',
    keep: 'Tiếp tục lưu',
  },
  nobody: 'Chưa ai xóa',
  holds: 'Lệnh giữ theo luật',
  noHolds: 'Không có gì phải lưu lâu hơn theo yêu cầu của cơ quan.',
  runs: 'Nhật ký xóa',
  noRuns: 'Chưa xóa lần nào.',
  erased: 'đã xóa {{count}} mục',
  held: 'giữ lại {{count}} mục',
  everything: 'Tất cả',
  orderNo: 'Mã đơn hàng',
  orderNoHint: 'Để trống nghĩa là tất cả',
  paperNo: 'Số công văn',
  reason: 'Lý do',
  hold: 'Đặt lệnh giữ',
  lift: 'Gỡ bỏ',
  lifted: 'gỡ bỏ lúc',
  settled: 'Đã giải quyết:',
};

export default texts;
