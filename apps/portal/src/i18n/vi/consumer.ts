import type { Texts } from '../texts.ts';

const texts: Texts<'consumer'> = {
  parcel: {
    title: 'Tra cứu kiện hàng',
    intro: 'Bằng mã số và bốn số cuối điện thoại. Không hiển thị thông tin cá nhân nào.',
    number: 'Mã số',
    numberHint: 'Mã đơn hàng, mã vận đơn hoặc số tờ khai, đầy đủ',
    phone: 'Bốn số cuối điện thoại',
    phoneHint: 'Của số điện thoại đã khai khi đặt hàng',
    look: 'Tra cứu',
    platform: 'Sàn thương mại điện tử',
    carrier: 'Hãng vận chuyển',
    since: 'Thời điểm',
  },
  state: {
    announced: 'Chờ khai báo',
    checking: 'Đang đối chiếu',
    'with-customs': 'Hải quan đang xử lý',
    held: 'Đang kiểm tra',
    released: 'Đã thông quan',
    returned: 'Bị trả lại',
    withdrawn: 'Đã hủy khai báo',
  },
  me: {
    title: 'Mua hàng của tôi',
    intro: 'Hạn mức năm, tờ khai và dữ liệu lưu về bạn.',
    confirmTitle: 'Xác nhận danh tính',
    confirmIntro:
      'Điền như khi đặt hàng. Cả ba phải khớp với một chứng từ trên nền tảng; mỗi ngày thử năm lần.',
    idType: 'Loại giấy tờ',
    card: 'Căn cước công dân Trung Quốc',
    other: 'Giấy tờ khác',
    idNumber: 'Số giấy tờ',
    name: 'Họ tên',
    phone: 'Số điện thoại',
    confirm: 'Xác nhận',
    allowance: 'Hạn mức năm',
    used: 'Năm {{year}}: đã dùng ¥{{used}} trên ¥{{limit}}',
    left: 'Còn lại ¥{{left}}',
    lists: 'Tờ khai của tôi',
    none: 'Chưa có tờ khai nào đứng tên bạn.',
    goods: 'Hàng hóa',
    value: 'Trị giá',
    tax: 'Thuế',
    seller: 'Người bán',
    data: 'Dữ liệu của tôi',
    dataHint: 'Mọi dữ liệu nền tảng lưu về bạn, ai đã xem và vì sao. Việc tải xuống cũng được ghi lại.',
    download: 'Tải xuống (JSON)',
  },
};

export default texts;
