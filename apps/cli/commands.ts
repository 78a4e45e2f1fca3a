import { borderCommands } from './border-commands.ts';
import type { Command } from './command.ts';
import { operatorCommands } from './operator-commands.ts';

export const commands: readonly Command[] = [
  {
    name: 'serve',
    usage: 'serve [--no-demo] [--tls-cert FILE --tls-key FILE [--client-ca FILE]]',
    summary: { zh: '启动平台', en: 'run the platform' },
    examples: [
      'chama serve',
      'CHAMA_PORT=9000 CHAMA_DATA=/srv/chama chama serve --no-demo',
      'DATABASE_URL=postgres://chama:secret@db.example:5432/chama chama serve',
      'chama serve --no-demo --tls-cert zone.pem --tls-key zone.key --client-ca authorities.pem',
    ],
    run: async (args) => (await import('./serve.ts')).serveCommand(args),
  },
  {
    name: 'sandbox',
    usage: 'sandbox [--port PORT] [--data DIR] [--folder DIR | --amqp URL]',
    summary: {
      zh: '启动沙箱：模拟海关，结果由编号决定',
      en: 'run the sandbox: a simulated customs scripted by numbers',
    },
    examples: [
      'chama sandbox',
      'chama sandbox --port 9001 --data sandbox-data',
      'chama sandbox --folder eport    # the other end: folder:eport?out=out&in=in',
    ],
    run: async (args) => (await import('./sandbox.ts')).sandboxCommand(args),
  },
  {
    name: 'check',
    usage: 'check [--json] PATH…',
    summary: { zh: '离线检查报文', en: 'check messages offline' },
    examples: [
      'chama check order.xml',
      'chama check outbox/',
      'chama check --json outbox/*.xml > findings.jsonl',
    ],
    run: async (args) => (await import('./check.ts')).checkCommand(args),
  },
  {
    name: 'sign',
    usage:
      'sign (--key FILE [--certificate FILE] | --p12 FILE | --pkcs11 LIBRARY --label LABEL [--token LABEL] [--sm2-mechanism NUMBER]) [--certificate-number NUMBER] [--password-file FILE] [--variant] IN [-o OUT]',
    summary: { zh: '为报文加签', en: 'sign a message' },
    examples: [
      'chama sign --key card.key --certificate card.pem order.xml -o order-signed.xml',
      'chama sign --p12 card.p12 --password-file password.txt list.xml -o list-signed.xml',
      'chama sign --pkcs11 /usr/lib/vendor/token.so --label sign --password-file pin.txt list.xml > list-signed.xml',
    ],
    run: async (args) => (await import('./sign.ts')).signCommand(args),
  },
  {
    name: 'verify',
    usage: 'verify [--json] [--trust DIR] [--owner CODE] [--every-declaration] PATH…',
    summary: { zh: '验签', en: 'verify signatures of messages' },
    examples: [
      'chama verify order-signed.xml',
      'chama verify --owner 5301361234 --json outbox/ > verdicts.jsonl',
    ],
    run: async (args) => (await import('./verify.ts')).verifyCommand(args),
  },
  {
    name: 'verify-vectors',
    usage: 'verify-vectors [--json] FILE',
    summary: { zh: '核对公开的签名样例', en: 'verify published signature vectors' },
    examples: ['chama verify-vectors --json signature-vectors.json'],
    run: async (args) => (await import('./verify-vectors.ts')).verifyVectorsCommand(args),
  },
  {
    name: 'trust',
    usage: 'trust add FILE… [--owner CODE]… | trust list | trust remove NUMBER|FILE  [--trust DIR]',
    summary: { zh: '管理信任的证书', en: 'manage whom to trust' },
    examples: [
      'chama trust add eport-root.pem eport-sub.pem revoked.crl',
      'chama trust add card.pem --owner 5301361234',
      'chama trust list',
      'chama trust remove 01691fe9',
    ],
    run: async (args) => (await import('./trust.ts')).trustCommand(args),
  },
  {
    name: 'payment-data',
    usage:
      'payment-data check [--json] FILE | sign (--key FILE [--certificate FILE] | --p12 FILE | --pkcs11 LIBRARY --label LABEL) [--password-file FILE] [-o OUT] FILE | purge [--until DAY] [--yes]',
    summary: {
      zh: '支付原始数据（179 号公告）：检查、加签、清除过期记录',
      en: 'raw payment data (notice 179): check, sign, remove what is past its time',
    },
    examples: [
      'chama payment-data check upload.json',
      'chama payment-data sign --key 5301363602.key --certificate 5301363602.pem -o signed.json upload.json',
      'chama payment-data purge',
    ],
    run: async (args) => (await import('./payment-data.ts')).paymentDataCommand(args),
  },
  {
    name: 'show',
    usage: 'show [--lang zh|en] [--full] PATH…',
    summary: { zh: '以表格显示报文', en: 'show messages as tables' },
    examples: [
      'chama show contracts/samples/01-direct-purchase/04-declaration.xml',
      'chama show --lang en --full outbox/order.xml',
    ],
    run: async (args) => (await import('./show.ts')).showCommand(args),
  },
  {
    name: 'new',
    usage: 'new TYPE [--order-no NUMBER] [--mode MODE] [--set FIELD=VALUE]… [--signed no] [-o FILE]',
    summary: { zh: '生成一份合规的示例报文', en: 'write a sound message to start from' },
    examples: [
      'chama new CEB311 --order-no D1 -o order.xml',
      'chama new CEB621 --order-no D1 --set InventoryList[1]/qty=3 --set note=test',
      'chama new CEB603 --mode 9810 --order-no W1',
      'chama new CEB625 --signed no',
    ],
    run: async (args) => (await import('./new.ts')).newCommand(args),
  },
  {
    name: 'codes',
    usage: 'codes [--json] SEARCH…',
    summary: {
      zh: '查询回执代码、状态和检查结果的代码',
      en: 'look up result codes, statuses and codes of findings',
    },
    examples: [
      'chama codes -621018',
      'chama codes SIG-DIGEST',
      'chama codes 限额',
      'chama codes yearly allowance',
      'chama codes --json 800',
    ],
    run: async (args) => (await import('./codes.ts')).codesCommand(args),
  },
  {
    name: 'envelope',
    usage:
      'envelope wrap [--from ID] [--to ID]… [--number NUMBER] [--key FILE [--certificate FILE]] [--json] [-o OUT] FILE | ' +
      'unwrap [--trust DIR] [--json] [-o OUT] FILE',
    summary: {
      zh: '把报文封入 DXP 传输报文，或取出并检查',
      en: 'put a message into a DXP envelope, or take it out and check it',
    },
    examples: [
      'chama envelope wrap order.xml -o DxpMsg_order.xml',
      'chama envelope wrap --from DXPEDCCEB0000002 --to DXPENT0000012345 receipt.xml',
      'chama envelope wrap --p12 node.p12 --password-file password.txt order.xml',
      'chama envelope unwrap --json DxpMsg_receipt.xml',
      'chama envelope unwrap DxpMsg_receipt.xml -o receipt.xml',
    ],
    run: async (args) => (await import('./envelope.ts')).envelopeCommand(args),
  },
  {
    name: 'login',
    usage: 'login [--url URL] [--login NAME [--password-file FILE] [--code CODE] | --key KEY] [--json]',
    summary: { zh: '登录一个平台', en: 'sign in at a platform, as a person or with a key' },
    examples: [
      'chama login --url https://zone.example',
      'chama login --login officer --password-file password.txt --code 123456',
      'chama login --key KEY',
    ],
    run: async (args) => (await import('./login.ts')).loginCommand(args),
  },
  {
    name: 'logout',
    usage: 'logout [--url URL]',
    summary: { zh: '退出登录', en: 'sign out' },
    examples: ['chama logout', 'chama logout --url https://zone.example'],
    run: async (args) => (await import('./login.ts')).logoutCommand(args),
  },
  {
    name: 'whoami',
    usage: 'whoami [--url URL] [--key KEY] [--json]',
    summary: { zh: '查看以谁的身份登录', en: 'say who is signed in' },
    examples: ['chama whoami', 'chama whoami --json'],
    run: async (args) => (await import('./login.ts')).whoamiCommand(args),
  },
  {
    name: 'api',
    usage:
      'api [OPERATION [NAME=VALUE | NAME:=JSON]… [--body FILE|-] [--once KEY] [--all]] [--url URL] [--key KEY] [--enterprise CODE]',
    summary: {
      zh: '调用接口的任一操作；不带参数则列出全部',
      en: 'do whatever the interface does; alone it lists what there is',
    },
    examples: [
      'chama api',
      'chama api listLists state=held limit=20',
      'chama api getList ebpCode=5301363602 orderNo=D260310S01A',
      'chama api createWebhook address=https://erp.example/chama events:=\'["receipt.*"]\' --once 8e03978e-40d5-43e8-bc93-6894a57f9324',
      'chama api postMessage --body order.xml',
    ],
    run: async (args) => (await import('./api.ts')).apiCommand(args),
  },
  {
    name: 'completion',
    usage: 'completion bash|zsh|fish',
    summary: { zh: '输出命令补全脚本', en: 'write what a shell needs to complete commands' },
    examples: [
      'source <(chama completion bash)',
      'chama completion fish > ~/.config/fish/completions/chama.fish',
    ],
    run: async (args) => (await import('./completion.ts')).completionCommand(args, () => commands),
  },
  {
    name: 'submit',
    usage: 'submit [--url URL] [--key KEY] [--wait SECONDS] [--json] PATH…',
    summary: {
      zh: '向运行中的平台发送报文并等待结果',
      en: 'send messages to a running platform and wait for the outcome',
    },
    examples: [
      'chama submit contracts/samples/01-direct-purchase',
      'chama submit --url https://zone.example --key KEY order.xml payment.xml waybill.xml list.xml',
    ],
    run: async (args) => (await import('./submit.ts')).submitCommand(args),
  },
  {
    name: 'explain',
    usage: 'explain [--url URL] [--key KEY] [--rules] [--json] NUMBER',
    summary: { zh: '说明一份清单为何如此决定', en: 'say why a list was decided as it was' },
    examples: ['chama explain D260310S01A', 'chama explain --json D260310S01A'],
    run: async (args) => (await import('./explain.ts')).explainCommand(args),
  },
  {
    name: 'print',
    usage: 'print NUMBER [--kind list|tax|release] [-o FILE] [--url URL] [--key KEY]',
    summary: {
      zh: '打印清单、税款或放行通知（PDF）',
      en: 'print a list, its tax or its note of release as PDF',
    },
    examples: ['chama print D260310S01A -o list.pdf', 'chama print D260310S01A --kind release > release.pdf'],
    run: async (args) => (await import('./print.ts')).printCommand(args),
  },
  {
    name: 'tax',
    usage: 'tax [--json] [--lang zh|en] FILE',
    summary: { zh: '计算零售进口税', en: 'compute the tax of retail imports' },
    examples: ['chama tax cases.json', 'chama tax --json cases.json'],
    run: async (args) => (await import('./tax.ts')).taxCommand(args),
  },
  {
    name: 'advise',
    usage: 'advise [--json] [--lang zh|en] FILE',
    summary: { zh: '建议监管方式', en: 'advise on supervision modes' },
    examples: ['chama advise question.json', 'chama advise --json contracts/advice-cases.json'],
    run: async (args) => (await import('./advise.ts')).adviseCommand(args),
  },
  {
    name: 'summary',
    usage: 'summary make [--by-seller] [--by-name] FILE… | summary verify PROOFS FILE…',
    summary: { zh: '汇总出口清单并核验', en: 'put export lists together, and verify that' },
    examples: [
      'chama summary make lists/*.xml > summary.jsonl',
      'chama summary verify summary.jsonl lists/*.xml',
    ],
    run: async (args) => (await import('./summary.ts')).summaryCommand(args),
  },
  {
    name: 'draw',
    usage:
      'draw commit PURPOSE --rate R --seed-file FILE | draw reveal COMMITMENT SEED CANDIDATES | draw verify COMMITMENT RECORD CANDIDATES',
    summary: { zh: '可核验的随机抽查', en: 'draw at random, verifiably' },
    examples: [
      "chama draw commit 'inspection 2026-05-01 8620' --rate 0.05 --seed-file seed.txt > commitment.json",
      'chama draw reveal commitment.json seed.txt lists.txt > record.json',
      'chama draw verify commitment.json record.json lists.txt',
    ],
    run: async (args) => (await import('./draw.ts')).drawCommand(args),
  },
  {
    name: 'bulk',
    usage:
      'bulk submit FILE --kind orders|payments|waybills|lists|goods [--accept-good] [--wait] [--resume ID] | list | show ID | hand-in ID | ' +
      'cancel ID | errors ID -o FILE | template KIND -o FILE [--format xlsx|csv] [--lang zh|en] ' +
      '[--enterprise CODE] [--url URL] [--key KEY] [--json]',
    summary: {
      zh: '批量文件：以 CSV 或 XLSX 报送，取回错误行',
      en: 'bulk files: hand in CSV or XLSX tables, get the bad rows back',
    },
    examples: [
      'chama bulk template orders -o orders.xlsx',
      'chama bulk submit orders.xlsx --kind orders --wait',
      'chama bulk submit orders.csv --kind orders --accept-good --wait',
      'chama bulk hand-in 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a --wait',
      'chama bulk errors 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a -o errors.xlsx',
    ],
    run: async (args) => (await import('./bulk.ts')).bulkCommand(args),
  },
  ...borderCommands,
  ...operatorCommands,
];
