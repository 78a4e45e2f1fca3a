// `npm run common-passwords [-- FILE…]`: writes contracts/common-passwords.bin anew. Without files it is made of the list
// shipped with zxcvbn (MIT) and of patterns people make passwords by. A file holds a password a line, or lines of a list
// of breached passwords as they are published, SHA-1 in hexadecimal and a count.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { prefixBytes, prefixOf } from '../modules/access/application/common-passwords.ts';
import { root } from './root.ts';

/** Shorter ones are refused for their length. */
const leastLength = 8;

const files = process.argv.slice(2);
const prefixes = new Set<string>();
if (files.length === 0) for (const word of patterns()) add(word);
for (const file of files) await addFile(file);
const sorted = [...prefixes].sort();
writeFileSync(join(root, 'contracts/common-passwords.bin'), Buffer.from(sorted.join(''), 'hex'));
console.log(`${sorted.length} passwords, ${sorted.length * prefixBytes} bytes`);

function add(password: string): void {
  if ([...password].length >= leastLength) prefixes.add(prefixOf(password).toString('hex'));
}

async function addFile(path: string): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [, sha1] = /^([0-9A-Fa-f]{40})(?::\d+)?$/.exec(line) ?? [];
    if (sha1) prefixes.add(sha1.slice(0, prefixBytes * 2).toLowerCase());
    else add(line);
  }
}

/** The words of the list, those most used with what is put behind them, and the same of Chinese words. */
function* patterns(): Generator<string> {
  const list = import.meta.resolve('@zxcvbn-ts/language-common/src/passwords.json');
  const words: string[] = JSON.parse(readFileSync(new URL(list), 'utf8'));
  yield* words;
  const chinese =
    `woaini woaiwojia wodemima mima nihao zhongguo beijing shanghai yunnan kunming guangzhou shenzhen haiguan
    kuajing dianshang baoshui qingdan chama pu'er puer laoshi xiaoming wangwei zhangwei liwei zhangmin liuyang wangfang
    lina zhangli chenjie huangwei taobao alipay weixin tianmao admin administrator root operator customs password welcome
    letmein changeme secret qwerty qazwsx asdfgh zaq12wsx iloveyou portal`.split(/\s+/);
  for (const word of [...chinese, ...words.slice(0, 2_500)]) yield* endings(word);
  for (const digits of ['5201314', '1314520', '147258369', '741852963', '88888888', '66668888'])
    yield* endings(digits);
}

function* endings(word: string): Generator<string> {
  const years = Array.from({ length: 12 }, (_, index) => String(2016 + index));
  const tails = [
    '',
    '1',
    '12',
    '123',
    '1234',
    '12345',
    '123456',
    '!',
    '1!',
    '123!',
    '@123',
    '@123456',
    '#123',
    '888',
    '666',
    '520',
    '1314',
    '01',
    '007',
    '000',
    'abc',
    ...years,
  ];
  for (const tail of tails) yield `${word}${tail}`;
  yield `${word}${word}`;
}
