import type { Texts } from '../texts.ts';

const texts: Texts<'rules'> = {
  title: 'Quy tắc và tham số',
  intro:
    'Mọi quy tắc và tham số theo ngày làm căn cứ quyết định: nguồn, độ tin cậy và thay đổi giữa các phiên bản.',
  filter: 'Lọc quy tắc',
  search: 'Tìm mã, nội dung hoặc nguồn',
  groupLabel: 'Loại',
  group: {
    any: 'Tất cả',
    list: 'Toàn tờ khai',
    matching: 'Đối chiếu',
    risk: 'Rủi ro',
    tax: 'Thuế',
    figure: 'Tham số',
  },
  edition: 'Phiên bản',
  against: 'So với',
  againstNone: 'Không so',
  none: 'Không có quy tắc phù hợp',
  noneHint: 'Hãy nới điều kiện; hoặc hai phiên bản không khác nhau.',
  count: '{{count}} quy tắc',
  rule: 'Quy tắc',
  sentence: 'Nội dung',
  value: 'Giá trị',
  since: 'Hiệu lực',
  source: 'Nguồn',
  sure: 'Tin cậy',
  watch: 'chỉ báo',
  change: {
    added: 'mới',
    changed: 'đã đổi',
    gone: 'đã bỏ',
  },
};

export default texts;
