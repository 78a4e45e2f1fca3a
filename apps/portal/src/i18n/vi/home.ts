import type { Texts } from '../texts.ts';

const texts: Texts<'home'> = {
  title: 'Hôm nay',
  intro: 'Những việc cần người xử lý, việc quan trọng nhất ở trên.',
  nothing: 'Không có việc cần làm',
  nothingHint:
    'Tờ khai bị trả lại hoặc bị giữ, câu hỏi của hải quan, webhook lỗi, hồ sơ và khóa sắp hết hạn sẽ hiện ở đây.',
  since: 'từ',
  ways: 'Đi tới',
  kind: {
    'lists-refused': '{{count}} tờ khai bị trả lại, sửa rồi gửi lại',
    'lists-held': '{{count}} tờ khai bị giữ để kiểm tra hoặc xem xét',
    'questions-open': 'Hải quan hỏi về {{count}} tờ khai, đang chờ trả lời',
    'corrections-overdue': '{{count}} yêu cầu của cá nhân đã quá hạn',
    'corrections-open': '{{count}} yêu cầu của cá nhân chờ trả lời',
    'lists-waiting': '{{count}} tờ khai đang chờ chứng từ',
    'webhooks-disabled': '{{count}} webhook đã bị tắt vì không có phản hồi',
    'webhooks-failed': '{{count}} lần gửi webhook không thành công',
    'filing-expired': '{{count}} giấy phép, chứng thư hoặc đăng ký đã hết hạn, hãy nộp hồ sơ thay đổi',
    'filing-expiring': '{{count}} giấy phép, chứng thư hoặc đăng ký sắp hết hạn',
    'keys-expiring': '{{count}} khóa API sắp hết hạn, hãy thay',
  },
};

export default texts;
