// Asks any operation of the interface, typed: a list to its end, a change done once however often it is sent, a change that holds to
// what was seen.
import { readFileSync } from 'node:fs';
import { connect, PlatformProblem } from 'chama/client';

const { CHAMA_URL = 'http://127.0.0.1:8080', CHAMA_KEYS = '.chama/keys.json' } = process.env;
const key = JSON.parse(readFileSync(CHAMA_KEYS, 'utf8'))['5301963601'];
const zone = connect({ url: CHAMA_URL, key });

let firms = 0;
for await (const { customsCode } of zone.each('GET /api/registry/public/enterprises', {
  query: { limit: 2 },
}))
  if (customsCode.startsWith('5301')) firms += 1;
console.log(firms > 2);

// Kept with what is to be done, a key makes it happen once, even if the program dies between.
const idempotencyKey = crypto.randomUUID();
const body = { address: 'https://erp.example/chama', events: ['list.*'], label: 'ERP' };
const made = await zone.ask('POST /api/webhooks', { body, idempotencyKey });
const again = await zone.ask('POST /api/webhooks', { body, idempotencyKey });
console.log(made.status, again.replayed, made.body?.webhookId === again.body?.webhookId);

const path = { webhookId: made.body?.webhookId ?? '' };
const seen = await zone.ask('GET /api/webhooks/{webhookId}', { path });
const change = { path, ifMatch: seen.etag ?? '', body: { label: 'our ERP' } };
console.log((await zone.call('PATCH /api/webhooks/{webhookId}', change)).label);
try {
  await zone.call('PATCH /api/webhooks/{webhookId}', change);
} catch (error) {
  if (error instanceof PlatformProblem) console.log(error.status, error.code);
}
await zone.call('DELETE /api/webhooks/{webhookId}', { path });
