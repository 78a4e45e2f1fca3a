// Signs a message with SM2 and verifies it; one character changed afterwards is found.
import { encode, exampleMessage, pemBlocks, sign, sm2Signer, trustOf, verify } from 'chama/ceb';

// An example's key, known to everyone: yours stays in its file or token.
const KEY = '16fd30b5109d772afc6c80d2894b65f0e8e76f85f93332bdb11577a2568d0ed8';
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

const [{ bytes: certificate } = { bytes: new Uint8Array() }] = pemBlocks(CERTIFICATE);
const privateKey = Uint8Array.from(KEY.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
const signer = sm2Signer(privateKey, { certificate });

const signed = await sign(encode(exampleMessage('CEB621Message', { orderNo: 'D1' })), signer);
if ('findings' in signed) throw new Error(signed.findings[0]?.message.en);

const options = { at: new Date('2026-07-01'), trust: trustOf({ pinned: [{ certificate }] }) };
const verdict = await verify(signed.bytes, options);
console.log(verdict.ok, verdict.signature?.suite, verdict.signer?.trust, verdict.signer?.owners);

const changed = new TextDecoder().decode(signed.bytes).replace('<ceb:qty>1<', '<ceb:qty>9<');
for (const { code, message, remedy } of (await verify(changed, options)).findings) {
  console.log(`${code}\n  ${message.zh}\n  ${message.en}\n  ${remedy.zh}\n  ${remedy.en}`);
}
