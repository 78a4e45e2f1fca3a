import type { Texts } from '../texts.ts';

const texts: Texts<'draws'> = {
  title: 'Kiểm chứng rút thăm ngẫu nhiên',
  intro:
    'Cam kết được công bố trước, hạt giống và danh sách công bố sau: ai cũng có thể rút lại ở đây để xem có công bằng không.',
  kind: 'Loại rút thăm',
  sources: {
    gate: 'Tại cổng',
    release: 'Khi thông quan',
  },
  none: 'Không có lần rút nào',
  noneHint: 'Sẽ hiện ở đây khi có cam kết.',
  purpose: 'Rút thăm cho',
  rate: 'Tỷ lệ rút',
  committedAt: 'Cam kết lúc',
  seedDigest: 'Giá trị băm của hạt giống (cam kết)',
  seed: 'Hạt giống',
  candidates: 'Số đối tượng',
  notOver:
    'Chưa kết thúc: hạt giống và danh sách sẽ công bố sau và khi đó kiểm chứng được. Hãy ghi lại giá trị băm ở trên.',
  noted: 'Giá trị băm bạn đã ghi trước',
  notedHint: 'Cũng được so sánh: cam kết có còn là cam kết bạn đã thấy không.',
  again: 'Rút lại trên máy này',
  holds: 'Đúng: rút {{drawn}} trong {{candidates}}, giống như công bố',
  broken: {
    noted: 'Cam kết khác với điều bạn đã ghi',
    commitment: 'Mục đích, tỷ lệ hoặc giá trị băm của kết quả khác với cam kết',
    seed: 'Hạt giống không đúng với cam kết',
    candidates: 'Danh sách không khớp giá trị băm hoặc số lượng công bố',
    result: 'Đối tượng được rút khác với kết quả theo quy tắc',
  },
  who: '{{candidates}} đối tượng, rút {{drawn}}',
  drawn: 'Được rút',
};

export default texts;
