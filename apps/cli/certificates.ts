import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ClientCertificatesPage, ClientCertificateView } from '#exchange';
import { OperatorError } from '#postgres';
import { type Ask, asking } from './asking.ts';
import { aligned } from './columns.ts';
import { Misuse } from './misuse.ts';
import { platformOf } from './platform-client.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Call {
  readonly ask: Ask;
  readonly subject: string;
  readonly json: boolean;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly bySubject: boolean;
}

/** `certificates VERB …`, with a key of the enterprise that has the scope `keys`. */
export async function certificatesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ url: { type: 'string' }, key: { type: 'string' }, enterprise: { type: 'string' } },
      label: { type: 'string', default: '' },
      scopes: { type: 'string', default: '' },
      'by-subject': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb = '', subject = ''] = positionals;
  const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run || (subject === '' && verb !== 'list')) throw usage();
  const ask = asking(await platformOf(values), values.enterprise);
  const scopes = values.scopes.split(',').flatMap((scope) => scope.trim() || []);
  const { label, json } = values;
  return run({ ask, subject, json, label, scopes, bySubject: values['by-subject'] });
}

const usage = (): Misuse =>
  new Misuse({
    zh: '用法：certificates add 证书文件 [--scopes 权限,…] [--by-subject] | list | revoke 编号 | require on|off',
    en: 'Usage: certificates add FILE [--scopes SCOPE,…] [--by-subject] | list | revoke ID | require on|off',
  });

const verbs: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  add: async ({ ask, subject, json, label, scopes, bySubject }) => {
    const certificate = await readFile(subject, 'utf8').catch((error: unknown) => {
      throw new OperatorError({ zh: `无法读取 ${subject}。`, en: `${subject} cannot be read.` }, error);
    });
    const wish = {
      certificate,
      label: label || subject,
      kind: bySubject ? 'subject' : 'fingerprint',
      scopes,
    };
    const made = await ask<ClientCertificateView>('/api/client-certificates', 'POST', wish);
    show(made, json);
    if (!json)
      process.stderr.write(
        '请用此证书和本企业的密钥访问一次，之后证书才单独有效。\nUse it once beside a key of your enterprise; before that it opens nothing by itself.\n',
      );
    return 0;
  },
  list: async ({ ask, json }) => {
    const page = await ask<ClientCertificatesPage>('/api/client-certificates');
    for (const each of page.certificates) show(each, json);
    if (json) return 0;
    if (page.certificates.length === 0) say('没有证书。None.');
    if (page.required) say('密钥须与证书一同使用。Keys work beside a certificate only.');
    if (!page.asked) say('此服务器不请求客户端证书。This server asks for no client certificates.');
    return 0;
  },
  revoke: async ({ ask, subject }) => {
    await ask(`/api/client-certificates/${encodeURIComponent(subject)}`, 'DELETE');
    say(`已吊销 ${subject}，五秒内失效。Revoked; it opens nothing within five seconds.`);
    return 0;
  },
  require: async ({ ask, subject }) => {
    if (subject !== 'on' && subject !== 'off') throw usage();
    await ask('/api/client-certificates/rule', 'PUT', { required: subject === 'on' });
    say(
      subject === 'on'
        ? '密钥须与证书一同使用，五秒内生效。Keys work beside a certificate only, within five seconds.'
        : '密钥可单独使用。Keys work by themselves.',
    );
    return 0;
  },
};

function show(certificate: ClientCertificateView, json: boolean): void {
  if (json) {
    say(JSON.stringify(certificate));
    return;
  }
  const { certificateId, state, kind, label, subject, issuer, notAfter, scopes, lastUsedAt } = certificate;
  say(`${certificateId}  ${state}  ${label}`.trimEnd());
  const rows = [
    ['主体 · subject', subject],
    ['颁发者 · issuer', issuer],
    ['识别方式 · known by', kind],
    ['有效至 · until', notAfter],
    ['可代替密钥 · by itself', scopes?.join(' ') ?? '–'],
    ['最近使用 · last used', lastUsedAt ?? '–'],
  ];
  for (const line of aligned(rows.map((row) => ['', ...row]))) say(line);
}
