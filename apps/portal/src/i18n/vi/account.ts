import type { Texts } from '../texts.ts';

const texts: Texts<'account'> = {
  signIn: {
    signUp: 'Người tiêu dùng chưa có tài khoản? Tự đăng ký',
    apply: 'Doanh nghiệp chưa có tài khoản? Nộp hồ sơ đăng ký',
    title: 'Đăng nhập',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    code: 'Mã xác thực',
    codeHint: 'Sáu chữ số trong ứng dụng xác thực, hoặc một mã khôi phục.',
    submit: 'Đăng nhập',
    passkey: 'Đăng nhập bằng khóa truy cập',
    keyTitle: 'Đăng nhập bằng khóa API (dành cho bên tích hợp)',
    key: 'Khóa API',
    keyHint: 'Do quản trị nền tảng cấp, có dạng chk_…',
    keySubmit: 'Đăng nhập bằng khóa',
    demo: 'Đây là nền tảng trình diễn: có thể xem tờ khai mà không cần đăng nhập.',
    toLists: 'Xem tờ khai',
    signedIn: 'Đã đăng nhập: {{name}}',
    ended: 'Phiên của bạn đã kết thúc. Hãy đăng nhập lại.',
  },
  signUp: {
    title: 'Đăng ký người tiêu dùng',
    intro:
      'Để xem hạn mức hằng năm, tờ khai và bưu kiện của bạn. Sau khi đăng ký, hãy xác nhận danh tính trên trang của mình bằng thông tin trong một đơn hàng.',
    loginHint: '3 đến 64 chữ thường không dấu, chữ số hoặc . _ @ -, bắt đầu bằng chữ cái hoặc chữ số.',
    name: 'Tên gọi',
    passwordHint: 'Ít nhất 15 ký tự; một câu dễ nhớ là đủ.',
    submit: 'Đăng ký',
    known: 'Đã có tài khoản? Đăng nhập',
  },
  agency: {
    title: 'Đăng nhập bằng tài khoản của cơ quan',
    coming: 'Đang đăng nhập…',
    again: 'Trở lại trang đăng nhập',
    factor: 'Cơ quan đã xác nhận bạn là ai; hãy đưa yếu tố thứ hai của nền tảng này.',
    problems: {
      'AGENCY-VISIT-OVER':
        'Lần đăng nhập này đã hết hạn, đã dùng, hoặc không bắt đầu từ trình duyệt này; hãy bắt đầu lại.',
      'AGENCY-DECLINED': 'Cơ quan không cho bạn đăng nhập; hãy thử lại hoặc hỏi quản trị viên của cơ quan.',
      'AGENCY-ANSWER-WRONG':
        'Không kiểm chứng được câu trả lời của cơ quan; hãy bắt đầu lại, nếu vẫn lỗi hãy báo quản trị viên an ninh.',
      'AGENCY-UNREACHABLE': 'Hiện không kết nối được hệ thống đăng nhập của cơ quan; hãy thử lại sau.',
      'AGENCY-UNKNOWN': 'Cách đăng nhập này của cơ quan không còn dùng.',
      'AGENCY-RIGHT-MISSING':
        'Cơ quan không cho biết đơn vị, số hiệu hoặc quyền của bạn ở đây; hãy hỏi quản trị viên của cơ quan.',
      'AGENCY-RIGHT-CHANGED':
        'Đơn vị, số hiệu hoặc quyền mà cơ quan cho biết không còn khớp với tài khoản, tài khoản đã bị khóa; hãy hỏi quản trị viên an ninh.',
      'AGENCY-ACCOUNT-WAITS':
        'Đã đề nghị mở tài khoản; bạn đăng nhập được khi quản trị viên an ninh phê duyệt.',
      'AGENCY-ACCOUNT-OFF':
        'Tài khoản của bạn bị khóa, đã đóng hoặc bị từ chối; hãy hỏi quản trị viên an ninh.',
      'ACCOUNT-TWIN':
        'Bạn đã có tài khoản ở đây; quản trị viên an ninh có thể liên kết nó với tài khoản của cơ quan.',
    },
  },
  own: {
    title: 'Tài khoản của tôi',
    newcomer:
      'Trước khi bắt đầu, hãy hoàn tất các bước còn thiếu dưới đây: thay mật khẩu dùng một lần và, nếu cần, gắn ứng dụng xác thực.',
  },
  password: {
    title: 'Mật khẩu',
    oneTime: 'Bạn đang dùng mật khẩu một lần. Hãy thay ngay.',
    since: 'Đổi lần cuối',
    current: 'Mật khẩu hiện tại',
    next: 'Mật khẩu mới',
    hint: 'Ít nhất 8 ký tự nếu có yếu tố thứ hai, 15 ký tự nếu không; một câu dễ nhớ là đủ.',
    change: 'Đổi mật khẩu',
    changed: 'Đã đổi mật khẩu; các phiên khác đã kết thúc.',
  },
  factor: {
    title: 'Yếu tố thứ hai',
    none: 'Chưa gắn ứng dụng xác thực. Khi đã gắn, chỉ biết mật khẩu thì không vào được tài khoản của bạn.',
    required: 'Vai trò của bạn bắt buộc có ứng dụng xác thực hoặc khóa truy cập.',
    since: 'Đã gắn',
    left: 'Còn {{count}} mã khôi phục',
    begin: 'Gắn ứng dụng xác thực',
    again: 'Thay ứng dụng xác thực',
    scan: 'Quét mã QR bằng ứng dụng xác thực, rồi nhập sáu chữ số hiện ra.',
    qr: 'Mã QR cho ứng dụng xác thực',
    secret: 'Nếu không quét được, hãy nhập khóa bí mật này:',
    code: 'Mã xác thực',
    confirm: 'Xác nhận',
    codesHint:
      'Hãy giữ các mã khôi phục này: nếu mất ứng dụng, mỗi mã thay cho mã xác thực một lần. Chúng chỉ hiện lần này.',
    renew: 'Tạo mã khôi phục mới',
    remove: 'Gỡ ứng dụng xác thực',
  },
  passkey: {
    title: 'Khóa truy cập (passkey)',
    intro:
      'Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của thiết bị, không cần mật khẩu; hoặc thay cho mã xác thực sau khi nhập mật khẩu. Chỉ dùng được trên trang này.',
    impossible:
      'Trình duyệt hoặc địa chỉ này không dùng được khóa truy cập: hãy dùng trình duyệt mới và mở bằng tên miền qua HTTPS.',
    name: 'Tên khóa truy cập',
    nameHint: 'Để phân biệt, ví dụ điện thoại hoặc máy tính chứa khóa.',
    add: 'Thêm khóa truy cập',
    made: 'Đã thêm',
    used: 'Dùng lần cuối',
    neverUsed: 'Chưa dùng lần nào',
    change: 'Thay đổi',
    rename: 'Đổi tên',
    remove: 'Gỡ khóa truy cập',
    unused: 'Chưa dùng khóa truy cập: đã bị hủy, hoặc thiết bị này không có khóa cho trang này.',
  },
  closing: {
    title: 'Đóng tài khoản',
    intro:
      'Tên đăng nhập, tên và xác nhận danh tính sẽ bị xóa vĩnh viễn. Chứng từ mua hàng được lưu theo thời hạn luật định.',
    sure: 'Không thể khôi phục, và không ai đăng nhập được bằng tài khoản này nữa.',
    submit: 'Xác nhận đóng tài khoản',
    done: 'Tài khoản của bạn đã đóng.',
  },
  sessions: {
    title: 'Nơi bạn đang đăng nhập',
    browser: 'Trình duyệt',
    address: 'Địa chỉ',
    since: 'Đăng nhập lúc',
    seen: 'Dùng gần nhất',
    here: 'Phiên này',
    end: 'Kết thúc',
    endOthers: 'Kết thúc mọi phiên khác',
  },
};

export default texts;
