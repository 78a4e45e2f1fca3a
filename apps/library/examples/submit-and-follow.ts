// Hands in the four papers of a purchase, each with the key of its firm, and follows the list to its release.
import { readFileSync } from 'node:fs';
import { encode, exampleMessage } from 'chama/ceb';
import { connect } from 'chama/client';

const { CHAMA_URL = 'http://127.0.0.1:8080', CHAMA_KEYS = '.chama/keys.json' } = process.env;
const keys = JSON.parse(readFileSync(CHAMA_KEYS, 'utf8'));
const orderNo = process.argv[2] ?? 'D1';

for (const root of ['CEB311Message', 'CEB411Message', 'CEB511Message', 'CEB621Message'] as const) {
  const message = exampleMessage(root, { orderNo });
  const zone = connect({ url: CHAMA_URL, key: keys[message.transfer?.copCode ?? ''] });
  const answer = await zone.submit(encode(message), { wait: 20 });
  if (!answer.taken) console.log(root, answer.code, answer.zh, answer.en, answer.findings);
  else
    for (const one of answer.documents) console.log(root, one.verdict, one.status, one.outcome?.state ?? '-');
  if (root !== 'CEB621Message') continue;

  for await (const receipt of zone.receipts({ type: 'CEB622', wait: 1 })) {
    if (receipt.orderNo === orderNo) console.log(receipt.type, receipt.returnStatus);
  }
  for (const { decision } of await zone.explain(orderNo)) console.log(decision?.zh, decision?.en);
}
