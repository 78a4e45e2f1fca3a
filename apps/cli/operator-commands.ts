import type { Command } from './command.ts';

/** Commands for whoever runs the platform. */
export const operatorCommands: readonly Command[] = [
  {
    name: 'enterprises',
    usage: 'enterprises add FILE.json… | list [--json]',
    summary: { zh: '登记企业', en: 'enter enterprises into the register' },
    examples: [
      'chama enterprises add firms.json',
      'chama enterprises list',
      'chama enterprises list --json > firms.jsonl',
    ],
    run: async (args) => (await import('./enterprises.ts')).enterprisesCommand(args),
  },
  {
    name: 'goods',
    usage: 'goods add FILE.csv --of CODE [--sound] | goods find [--of CODE] [--json] WORDS…',
    summary: { zh: '登记、查找商品备案', en: 'enter and find filed goods' },
    examples: [
      'chama goods add goods.csv --of 5301960002',
      'chama goods find 咖啡',
      'chama goods find --of 5301960002 kafei 0901',
    ],
    run: async (args) => (await import('./goods.ts')).goodsCommand(args),
  },
  {
    name: 'keys',
    usage:
      'keys create CODE [--label TEXT] [--scopes SCOPE,…] [--days DAYS] [--operator] [--owner LOGIN] [--save] | list [CODE] | rotate ID [--overlap DAYS] [--save] | revoke ID',
    summary: { zh: '管理企业接口密钥', en: 'manage the API keys of enterprises' },
    examples: [
      'chama keys create 5301363602 --label "ERP" --save',
      'chama keys create 5301363602 --scopes hand-in,receipts --days 90',
      'chama keys create 5301363602 --operator --owner wang.fang',
      'chama keys list',
      'chama keys rotate 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a --overlap 7',
      'chama keys revoke 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a',
    ],
    run: async (args) => (await import('./keys.ts')).keysCommand(args),
  },
  {
    name: 'accounts',
    usage:
      'accounts create-administrator system|security|audit LOGIN NAME STAFF-NUMBER [--again] | code DEMO-LOGIN',
    summary: {
      zh: '创建首批管理员；显示演示账号的验证码',
      en: 'make the first administrators; codes of demo accounts',
    },
    examples: [
      'chama accounts create-administrator system gao "高系" Z001',
      'chama accounts create-administrator security anquan "安全" Z002',
      'chama accounts code customs',
    ],
    run: async (args) => (await import('./accounts.ts')).accountsCommand(args),
  },
  {
    name: 'links',
    usage:
      'links status | dispatches STATE | answers STANDING | unreadable | replay MESSAGE-ID… [--url URL] [--key KEY] [--json]',
    summary: {
      zh: '查看与海关的对接，重发丢失的报文',
      en: 'look at the link to customs, and send lost messages again',
    },
    examples: [
      'chama links status',
      'chama links dispatches lost',
      'chama links replay 019ad1c2-7b3e-7c1f-8a55-3d0f7f0a1b2c',
      'chama links answers unmatched --json',
    ],
    run: async (args) => (await import('./links.ts')).linksCommand(args),
  },
  {
    name: 'webhooks',
    usage:
      'webhooks list | kinds | create ADDRESS --events KIND,… [--label TEXT] | show ID | test ID | log ID [--state STATE] | ' +
      'delivery ID NUMBER | replay ID [NUMBER…] | pause ID | resume ID | rotate ID | remove ID ' +
      '[--enterprise CODE] [--url URL] [--key KEY] [--json]',
    summary: {
      zh: '订阅推送：回执、清单状态等发往企业自己的地址',
      en: 'webhooks: receipts, states of lists and more, sent to your own address',
    },
    examples: [
      'chama webhooks list',
      'chama webhooks create https://erp.example/chama --events receipt.CEB622,list.*',
      'chama webhooks test 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a',
      'chama webhooks log 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a --state failed',
      'chama webhooks replay 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a',
    ],
    run: async (args) => (await import('./webhooks.ts')).webhooksCommand(args),
  },
  {
    name: 'certificates',
    usage:
      'certificates add FILE [--label TEXT] [--scopes SCOPE,…] [--by-subject] | list | revoke ID | require on|off ' +
      '[--enterprise CODE] [--url URL] [--key KEY] [--json]',
    summary: {
      zh: '管理程序在 TLS 中出示的客户端证书',
      en: 'manage the client certificates programs show in TLS',
    },
    examples: [
      'chama certificates add erp.pem --scopes hand-in,receipts',
      'chama certificates list',
      'chama certificates require on',
      'chama certificates revoke 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a',
    ],
    run: async (args) => (await import('./certificates.ts')).certificatesCommand(args),
  },
  {
    name: 'delegations',
    usage:
      'delegations list [given|received] [--standing STANDING] | give AGENT --kinds KIND,… --from DAY --to DAY --paper NUMBER [--place TEXT] | ' +
      'show ID | accept ID | decline ID --reason TEXT | withdraw ID | end ID --reason TEXT [--enterprise CODE] [--url URL] [--key KEY] [--json]',
    summary: {
      zh: '委托他人代为报送，或接受委托',
      en: 'let another enterprise hand in documents for yours, or accept to',
    },
    examples: [
      'chama delegations give 5301683614 --kinds list --from 2026-12-01 --to 2027-11-30 --paper WT-2026-0031',
      'chama delegations list received --standing proposed',
      'chama delegations accept 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a',
      'chama delegations end 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a --reason "contract over"',
    ],
    run: async (args) => (await import('./delegations.ts')).delegationsCommand(args),
  },
  {
    name: 'codelists',
    usage:
      'codelists list | show LIST [--day DAY] [WORDS…] | editions [TABLE] | import TABLE FILE.csv --from DAY --source TEXT | ' +
      'diff|approve|withdraw EDITION | return EDITION --reason TEXT',
    summary: {
      zh: '代码表、税则与商品清单：查阅，提交新版，查看差别，批准',
      en: 'code lists, tariff and positive list: look them up, propose an edition, see what it changes, approve it',
    },
    examples: [
      'chama codelists show country 老挝',
      'chama codelists import tariff tariff-2027.csv --from 2027-01-01 --source 税委会公告2026年第11号',
      'chama codelists diff 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a',
      'chama codelists approve 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a   # as another person: chama login',
    ],
    run: async (args) => (await import('./codelists.ts')).codelistsCommand(args),
  },
  {
    name: 'secrets',
    usage: 'secrets status | rotate [--wait SECONDS] | encrypt | new-master | rewrap',
    summary: {
      zh: '加密个人信息的密钥：状态、更换、补加密',
      en: 'the keys personal data are sealed by: how they stand, new ones, sealing what is bare',
    },
    examples: [
      'chama secrets status       # exit code 1 while something is not sealed by the key in use',
      'chama secrets rotate       # a new key, and everything sealed anew by it',
      'chama secrets encrypt      # seals what is bare, or goes on where a rotate was stopped',
      'chama secrets new-master && chama secrets rewrap',
    ],
    run: async (args) => (await import('./secrets.ts')).secretsCommand(args),
  },
  {
    name: 'retention',
    usage: 'retention [--dry-run] [--json]',
    summary: {
      zh: '清除已过保存期的个人信息与报文，或只作统计',
      en: 'erase persons and messages that are past their time, or count them',
    },
    examples: [
      'chama retention --dry-run     # how much is past its time',
      'chama retention               # erases it; once a day, by a timer of the machine',
    ],
    run: async (args) => (await import('./retention.ts')).retentionCommand(args),
  },
  {
    name: 'migrate',
    usage: 'migrate',
    summary: { zh: '将数据库升级到本程序的版本', en: 'bring the database up to this program' },
    examples: ['chama migrate', 'DATABASE_URL=postgres://owner:secret@db.example:5432/chama chama migrate'],
    run: async (args) => (await import('./migrate.ts')).migrateCommand(args),
  },
  {
    name: 'gate',
    usage: 'gate drive [PASS…] [--rate N] [--gate NAME] [--overweight KG] [--url URL] [--key KEY] [--json]',
    summary: { zh: '模拟卡口：驾车过卡', en: 'play the machine of a gate: drive vehicles to it' },
    examples: [
      'chama gate drive --rate 5',
      'chama gate drive HF862826E000000003 --gate KM-ZB-02',
      'chama gate drive HF862826E000000003 --overweight 600    # stopped: the weight is off',
    ],
    run: async (args) => (await import('./gate.ts')).gateCommand(args),
  },
];
