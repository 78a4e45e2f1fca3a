// What is wrong with a message, where, and how to mend it.
import { check, encode, exampleMessage } from 'chama/ceb';

const order = encode(exampleMessage('CEB311Message', { orderNo: 'D1' }));
const spoilt = order
  .replace('<ceb:orderType>I</ceb:orderType>', '<ceb:orderType>E</ceb:orderType>')
  .replace('<ceb:totalPrice>170</ceb:totalPrice>', '<ceb:totalPrice>171</ceb:totalPrice>');

const { valid, findings } = check(spoilt);
console.log(valid ? 'sound structure' : 'broken structure');
for (const { level, code, path, message, remedy } of findings) {
  console.log(`${level} ${code} ${path}`);
  console.log(`  ${message.zh} · ${message.en}`);
  console.log(`  ${remedy.zh} · ${remedy.en}`);
}
