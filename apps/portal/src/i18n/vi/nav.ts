import type { Texts } from '../texts.ts';

const texts: Texts<'nav'> = {
  label: 'Menu chính',
  desk: 'Bàn làm việc',
  questions: 'Câu hỏi',
  home: 'Trang chính',
  orders: 'Đơn hàng',
  payments: 'Chứng từ thanh toán',
  waybills: 'Vận đơn',
  lists: 'Tờ khai',
  bulk: 'Tệp hàng loạt',
  links: 'Kết nối',
  rules: 'Quy tắc',
  parcel: 'Tra kiện hàng',
  me: 'Mua hàng của tôi',
  accounts: 'Tài khoản',
  showings: 'Nhật ký xem',
  audit: 'Kiểm toán',
  delegations: 'Ủy quyền',
  keys: 'Khóa API',
  webhooks: 'Webhook',
  status: 'Tình trạng hệ thống',
  enterprises: 'Doanh nghiệp',
  filings: 'Hồ sơ đề nghị',
  goods: 'Hàng hóa',
  codeLists: 'Bảng mã',
  editions: 'Các bản bảng mã',
  api: 'Tài liệu API',
  sandbox: 'Môi trường thử',
};

export default texts;
