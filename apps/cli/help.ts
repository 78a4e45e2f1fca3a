import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** The page of `chama --help`. */
export function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary.zh} · ${summary.en}`);
  return `${[
    'chama 茶马 · 跨境电商综合试验区开放平台 · the open platform of a cross-border e-commerce pilot zone',
    '',
    '命令 · commands',
    ...lines,
    '',
    '环境变量 · environment',
    ...SETTINGS,
    '',
    '示例 · examples',
    ...commands.flatMap(({ examples }) => examples.slice(0, 1).map((example) => `  ${example}`)),
    '',
    '更多 · more: chama COMMAND --help',
  ].join('\n')}\n`;
}

/** The page of `chama COMMAND --help`. */
export function pageOf({ usage, summary, examples }: Command): string {
  return `${[
    `chama ${usage}`,
    `  ${summary.zh} · ${summary.en}`,
    '',
    '示例 · examples',
    ...examples.map((example) => `  ${example}`),
  ].join('\n')}\n`;
}

const SETTINGS = [
  '  CHAMA_PORT    端口，默认 8080 · port, default 8080',
  '  CHAMA_HOST    监听地址，默认 127.0.0.1 · address to listen on, default 127.0.0.1',
  '  CHAMA_DATA    数据目录，默认项目下 .chama · data folder, default .chama in the project',
  '  CHAMA_TRUST   信任的证书所在目录，默认数据目录下 trust · folder of trusted certificates, default trust in the data folder',
  '  CHAMA_KEY_FILE  密钥文件，默认数据目录下 master.key · key file, default master.key in the data folder',
  '  DATABASE_URL  已有的 PostgreSQL（≥ 15），不设则用内置的 · a PostgreSQL of your own (≥ 15) instead of the embedded one',
  '  CHAMA_CUSTOMS  engine：平台规则判定（默认）；live：海关判定 · engine: the rules decide (default); live: customs decides',
  '  CHAMA_CUSTOMS_CHANNEL  海关通道，如 folder:/srv/eport?out=send&in=recv · the channel to customs',
  '  CHAMA_CUSTOMS_KEYS  转报所用密钥的文件 · file of the keys the link signs with',
  '  CHAMA_AGENCY_NETWORKS   部门登录系统及协同对接所在的内部网段 · private networks that sign-ins and links of agencies lie in',
  '  CHAMA_WEBHOOK_NETWORKS  推送可达的内部网段，如 10.20.0.0/16；loopback 仅限演示 · private networks webhooks may go to; loopback in the demo day only',
  '  CHAMA_PAYMENT_DATA  支付原始数据接口的设置文件 · file with the settings of the interface for raw payment data',
  '  CHAMA_SECURE_COOKIES  设为 1 则会话仅经 HTTPS · 1: sessions by HTTPS only',
];
