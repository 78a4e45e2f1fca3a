import type { Texts } from '../texts.ts';

const texts: Texts<'persons'> = {
  title: 'Cá nhân trong tờ khai {{number}}',
  show: 'Xem đầy đủ thông tin cá nhân',
  hint: 'Hãy nêu lý do trước. Việc xem được ghi lại, doanh nghiệp và người liên quan đều thấy; đóng lại là không còn gì.',
  reason: 'Lý do',
  reasonHint: 'Ít nhất ba chữ, ví dụ: đối chiếu danh tính khi kiểm tra',
  confirm: 'Ghi lại và xem',
  onRecord: 'Đã ghi lại, lý do: {{reason}}',
  showings: 'Ai đã xem dữ liệu cá nhân',
  showingsIntro: 'Ai đã xem đầy đủ thông tin cá nhân trong chứng từ, khi nào và vì sao; mới nhất trước.',
  number: 'Số đơn hàng hoặc số thanh toán',
  at: 'Thời điểm',
  what: 'Đã xem gì',
  papers: 'Chứng từ',
  reader: 'Ai',
  address: 'Địa chỉ mạng',
  none: 'Chưa ai xem',
  noneHint: 'Ai xem đầy đủ thông tin cá nhân sẽ được ghi ở đây.',
  more: 'Thêm',
  note: 'Ghi chú đính chính ({{by}}): {{text}}',
  right: 'Đúng là',
  kind: {
    list: 'Tờ khai',
    'payment-record': 'Dữ liệu thanh toán gốc',
    'own-data': 'Dữ liệu của chính mình',
    correction: 'Yêu cầu của cá nhân',
  },
  paper: {
    order: 'Đơn hàng',
    payment: 'Chứng từ thanh toán',
    waybill: 'Vận đơn',
    declaration: 'Tờ khai',
    'payment-record': 'Dữ liệu thanh toán gốc',
    account: 'Tài khoản',
  },
};

export default texts;
