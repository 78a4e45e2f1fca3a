import type { Texts } from '../texts.ts';

const texts: Texts<'centre'> = {
  title: 'Trung tâm trả hàng',
  intro:
    'Bưu kiện trả được quét và phân loại trong khu; hàng đạt được khai trả, phần còn lại đưa ra khỏi khu hoặc tiêu hủy.',
  file: 'Đăng ký trung tâm',
  centre: 'Trung tâm',
  scan: 'Số trên nhãn',
  scanHint: 'Quét hoặc gõ số vận đơn trả, vận đơn gốc, đơn hàng hay danh sách; Enter để nhận',
  receive: 'Nhận',
  again: 'đã nhận trước đó',
  state: 'Trạng thái',
  none: 'Không có bưu kiện',
  noneHint: 'Hiển thị sau khi nhận; doanh nghiệp có thể báo trước số vận đơn trả.',
  parcel: 'Bưu kiện',
  label: 'Nhãn',
  received: 'Nhận lúc',
  deeds: 'Xử lý',
  platform: 'Mã nền tảng',
  fit: 'Đạt',
  unfit: 'Không đạt',
  states: {
    unidentified: 'Chưa rõ',
    identified: 'Chờ phân loại',
    sorted: 'Đã phân loại',
    'set-apart': 'Để riêng',
    listed: 'Trong đơn trả',
    'sent-back': 'Đã đưa ra khỏi khu',
    destroyed: 'Đã tiêu hủy',
  },
  bars: {
    'CENTRE-NOT-RELEASED': 'Danh sách chưa thông quan hoặc đã hủy',
    'CENTRE-MODE': 'Không phải nhập khẩu ngoại quan (1210)',
    'CENTRE-OFFICE': 'Thuộc khu khác',
    'CENTRE-TOO-LATE': 'Quá hạn hàng về',
  },
  deed: {
    identify: 'Xác định',
    sort: 'Phân loại',
    handIn: 'Khai trả hàng',
    end: 'Ghi nhận rời kho',
  },
  hint: {
    identify: 'Ghi số đơn hàng và nền tảng của danh sách.',
    sort: 'Ghi số lượng từng dòng; hàng không đạt được tách thành bưu kiện riêng.',
    handIn: 'Đơn trả lập theo kết quả phân loại; khi được nhận, hàng coi như đã về và chờ hải quan.',
    end: 'Ghi số vận đơn hoặc biên bản tiêu hủy; sau đó không sửa được.',
    file: 'Nơi riêng trong khu, do doanh nghiệp kho không bị liệt vào diện mất tín nhiệm (thông báo 2021 số 70).',
  },
  field: {
    centreCode: 'Mã (chữ hoa và số)',
    nameZh: 'Tên tiếng Trung',
    nameEn: 'Tên tiếng Anh',
    customsCode: 'Mã hải quan',
    owner: 'Mã hải quan của doanh nghiệp kho',
    address: 'Địa chỉ',
    openedOn: 'Ngày mở',
  },
};

export default texts;
