import type { Texts } from '../texts.ts';

const texts: Texts<'delegations'> = {
  title: 'Ủy quyền',
  intro:
    'Ai nộp chứng từ thay ai: đã giao và đã nhận. Sau khi chấp nhận, bên được ủy quyền dùng khóa của mình để nộp trong thời hạn.',
  give: 'Ủy quyền',
  giveHint: 'Có hiệu lực khi bên được ủy quyền chấp nhận. Hai bên đều có thể chấm dứt bất cứ lúc nào.',
  propose: 'Đề nghị',
  side: 'Chiều',
  sides: { all: 'Tất cả', given: 'Đã giao', received: 'Đã nhận' },
  principal: 'Bên ủy quyền',
  agent: 'Bên được ủy quyền',
  kinds: 'Chứng từ',
  kind: { order: 'Đơn hàng', payment: 'Chứng từ thanh toán', waybill: 'Vận đơn', list: 'Tờ khai' },
  and: ', ',
  term: 'Thời hạn',
  fromDay: 'Ngày đầu',
  toDay: 'Ngày cuối',
  paperNo: 'Số hợp đồng hoặc giấy ủy quyền',
  paperPlace: 'Nơi lưu giữ',
  standing: 'Trạng thái',
  standings: {
    proposed: 'Chờ chấp nhận',
    waiting: 'Chưa đến hạn',
    active: 'Có hiệu lực',
    expired: 'Hết hạn',
    declined: 'Đã từ chối',
    withdrawn: 'Đã rút',
    ended: 'Đã chấm dứt',
  },
  none: 'Không có ủy quyền',
  noneHint: 'Ủy quyền đã giao hoặc đã nhận sẽ hiện ở đây.',
  more: 'Thêm',
  one: 'Ủy quyền {{number}}',
  steps: 'Diễn biến',
  done: { propose: 'đề nghị', accept: 'chấp nhận', decline: 'từ chối', withdraw: 'rút lại', end: 'chấm dứt' },
  act: { accept: 'Chấp nhận', decline: 'Từ chối', withdraw: 'Rút lại', end: 'Chấm dứt' },
  reason: 'Lý do',
  reasonHint: 'Cần khi từ chối hoặc chấm dứt; hai bên đều thấy.',
};

export default texts;
