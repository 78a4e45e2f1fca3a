// What a receipt says, in words: its status, and customs' own result inside returnInfo.
import { decode, encode, exampleMessage, meaningsOf, readReturnInfo } from 'chama/ceb';

const received = encode(exampleMessage('CEB622Message', { orderNo: 'D1' }));

const { message } = decode(received);
if (message?.root === 'CEB622Message') {
  for (const { head } of message.documents) {
    console.log(head.copNo, head.returnStatus, head.returnInfo);
    const codes = [head.returnStatus, ...readReturnInfo(head.returnInfo).map(({ code }) => code)];
    for (const { code, text, cause, remedy } of codes.flatMap(meaningsOf)) {
      console.log(`${code} ${text.zh} · ${text.en}`);
      console.log(`  ${cause.en}. ${remedy.en}.`);
    }
  }
}
