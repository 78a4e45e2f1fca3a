// Signs a message with SM2 and verifies it; one character changed afterwards is found.
import { encode, exampleMessage, sign, signerFromPem, trustOf, verify } from 'chama/ceb';

// An example's key, known to everyone: yours stays in its file or token.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgFv0wtRCddyr8bIDS
iUtl8Ojnb4X5MzK9sRV3olaNDtihRANCAAT51d2veTv5IBGcP4gm7DDVYBhp8NeG
wqu6VvvnJ9/BO4iiaeXijYCzLl4rPRnjWlCikbsfy3MqXUvnHV5Wueme
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBijCCATGgAwIBAgIDJgcBMAoGCCqBHM9VAYN1MCkxCzAJBgNVBAYMAkNOMRow
GAYDVQQDDBFFeGFtcGxlIGF1dGhvcml0eTAeFw0yNjAxMDEwMDAwMDBaFw00OTEy
MzEwMDAwMDBaMFExCzAJBgNVBAYMAkNOMS0wKwYDVQQKDCTmmIbmmI7npLrkvovp
gJrovr7miqXlhbPmnInpmZDlhazlj7gxEzARBgNVBAMMCjUzMDE5ODM2MTMwWTAT
BgcqhkjOPQIBBggqgRzPVQGCLQNCAAT51d2veTv5IBGcP4gm7DDVYBhp8NeGwqu6
VvvnJ9/BO4iiaeXijYCzLl4rPRnjWlCikbsfy3MqXUvnHV5WuemeoyAwHjAMBgNV
HRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIGwDAKBggqgRzPVQGDdQNHADBEAiBiZ49o
sV+6WOa8q5V+WAvjJErtY0YAimBNKfTztMUAQAIgHOTirvOJ2yIYeXZwlTXDO9cP
a6IjagTvVbsoJMJzq/I=
-----END CERTIFICATE-----`;

const signer = await signerFromPem(KEY, CERTIFICATE);
const signed = await sign(encode(exampleMessage('CEB621Message', { orderNo: 'D1' })), signer);
if ('findings' in signed) throw new Error(signed.findings[0]?.message.en);

const { certificate = new Uint8Array() } = signer;
const options = { at: new Date('2026-07-01'), trust: trustOf({ pinned: [{ certificate }] }) };
const verdict = await verify(signed.bytes, options);
console.log(verdict.ok, verdict.signature?.suite, verdict.signer?.trust, verdict.signer?.owners);

const changed = new TextDecoder().decode(signed.bytes).replace('<ceb:qty>1<', '<ceb:qty>9<');
for (const { code, message, remedy } of (await verify(changed, options)).findings) {
  console.log(`${code}\n  ${message.zh}\n  ${message.en}\n  ${remedy.zh}\n  ${remedy.en}`);
}
