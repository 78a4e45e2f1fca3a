import type { Texts } from '../texts.ts';

const texts: Texts<'papers'> = {
  title: 'Kiểm tra giấy tờ',
  intro: 'Quét mã trên giấy in sẽ đến trang này; không hiện thông tin cá nhân nào.',
  foreign: 'Giấy này không do nền tảng này in',
  foreignHint: 'Hãy xem địa chỉ có đầy đủ không. Nếu có người đưa ra giấy này, đừng giao hàng theo đó.',
  holds: 'Giấy thật và còn hiệu lực',
  holdsHint: 'Trạng thái và thuế trên giấy đúng với hiện trạng trên nền tảng.',
  changed: 'Giấy thật nhưng đã có thay đổi',
  changedHint: 'Tờ khai đã thay đổi sau khi in; hãy theo hiện trạng dưới đây.',
  kindLabel: 'Giấy tờ',
  kind: {
    list: 'Tờ khai',
    tax: 'Bảng tính thuế',
    release: 'Thông báo thông quan',
    pass: 'Phiếu qua cổng của xe',
  },
  order: 'Sàn / số đơn hàng',
  pass: 'Doanh nghiệp / số phiếu',
  passStates: { made: 'Chờ qua cổng', stopped: 'Bị chặn', passed: 'Đã qua', void: 'Đã hủy' },
  invtNo: 'Số tờ khai',
  printedAt: 'In lúc',
  printedStatus: 'Mã trạng thái khi in',
  tax: 'Thuế khi in',
  now: 'Hiện trạng',
  gone: 'Không còn trên nền tảng',
  print: 'In',
};

export default texts;
