// THE MAP of the house: what each part is, and which other parts it may use.
// Read by .dependency-cruiser.mjs (the linter), tools/docs.ts (ARCHITECTURE.md) and test/architecture.
//
// Reading it: apps → modules → platform, and inside each layer only along `uses`. A name in `uses` is a
// front door, `#name`. Adding a line here is an architectural decision: say why in the commit.

/**
 * @typedef {object} Part
 * @property {string} zh what it is, in Chinese
 * @property {string} en what it holds, in English
 * @property {readonly string[]} uses front doors this part may import, without the `#`
 */

/** How: technical parts that know nothing of the business. @type {Readonly<Record<string, Part>>} */
export const platform = {
  kernel: {
    zh: '内核',
    en: 'findings, exact decimals and fractions, dated values, check characters: pure, no I/O',
    uses: [],
  },
  vault: {
    zh: '密钥库',
    en: 'keys with numbers, wrapped by one outside the database: seals personal data, digests persons',
    uses: [],
  },
  postgres: {
    zh: '数据库',
    en: 'the embedded or given PostgreSQL, migrations, transactions, bulk writing',
    uses: ['kernel', 'vault'],
  },
  documents: {
    zh: '单证存取',
    en: 'one way to write and read a CEB document table in bulk; each module names its own table',
    uses: ['postgres', 'vault'],
  },
  journal: {
    zh: '日志流',
    en: 'append-only journal of what happened, and cursors that read it without gaps',
    uses: ['postgres'],
  },
  http: {
    zh: '接口框架',
    en: 'the HTTP server, problems by RFC 9457, schemas to OpenAPI',
    uses: ['kernel', 'postgres'],
  },
  shipped: {
    zh: '随附表',
    en: 'the tables shipped with the program, in `contracts/`: each read once',
    uses: [],
  },
  sheets: {
    zh: '表格文件',
    en: 'CSV files and XLSX workbooks read and written row by row, whatever their size, within limits',
    uses: ['kernel'],
  },
  channels: {
    zh: '通道',
    en: 'pieces carried to another party and back, by folders or a message queue: at least once, none lost',
    uses: ['kernel'],
  },
  outbound: {
    zh: '外联',
    en: 'requests to others: only to permitted addresses, looked up once, no redirect followed',
    uses: [],
  },
};

/** What: the business, in the field's words. @type {Readonly<Record<string, Part>>} */
export const modules = {
  ceb: {
    zh: '统一版报文',
    en: 'the CEB message standard as tables: decode, check, encode; pure and publishable alone',
    uses: ['kernel'],
  },
  signatures: {
    zh: '签名',
    en: 'signs and verifies messages as the E-Port does: SM2 and RSA, certificates and whom to trust, keys in files and tokens',
    uses: ['kernel', 'ceb'],
  },
  registry: {
    zh: '备案',
    en: 'enterprises filed once for all agencies, goods, check digits, dated code lists',
    uses: ['kernel', 'vault', 'postgres', 'shipped', 'journal', 'http', 'access', 'bulk'],
  },
  access: {
    zh: '权限',
    en: 'one table of who may do what on which resource, held before every route; accounts, their factors and sessions; what people did',
    uses: ['kernel', 'vault', 'postgres', 'outbound', 'journal', 'http'],
  },
  exchange: {
    zh: '数据交换',
    en: 'the one way in and out: keys, evidence of every message, receipts; hands documents to the handlers registered by wiring',
    uses: ['kernel', 'vault', 'postgres', 'documents', 'journal', 'http', 'ceb', 'access'],
  },
  delegations: {
    zh: '委托',
    en: 'an enterprise lets another hand in documents for it, for named kinds and a time',
    uses: ['kernel', 'postgres', 'journal', 'http', 'access', 'exchange'],
  },
  orders: {
    zh: '订单',
    en: 'the order documents (CEB311)',
    uses: ['postgres', 'documents', 'ceb', 'exchange', 'quotas'],
  },
  payments: {
    zh: '支付单',
    en: 'the payment documents (CEB411)',
    uses: ['documents', 'ceb', 'exchange', 'quotas'],
  },
  waybills: {
    zh: '运单',
    en: 'the waybill documents (CEB511)',
    uses: ['postgres', 'documents', 'ceb', 'exchange'],
  },
  declarations: {
    zh: '清单',
    en: 'the import lists (CEB621) and their states',
    uses: ['postgres', 'documents', 'ceb', 'exchange', 'quotas'],
  },
  matching: {
    zh: '三单比对',
    en: 'order, payment and waybill against the list, field by field: findings',
    uses: ['kernel', 'ceb', 'registry'],
  },
  tax: {
    zh: '税',
    en: 'retail import tax, step by step, under the rates and limits of the day',
    uses: ['kernel', 'shipped', 'ceb'],
  },
  bonded: {
    zh: '保税账册',
    en: 'account books of bonded goods: what comes in, goes out, comes back, is shown, counted and moved; never below zero',
    uses: ['kernel', 'postgres', 'journal', 'http', 'access'],
  },
  gate: {
    zh: '卡口',
    en: 'book checklists of released lists, passes of vehicles, and the gate that lets through what is released, once',
    uses: [
      'kernel',
      'vault',
      'postgres',
      'documents',
      'journal',
      'http',
      'access',
      'declarations',
      'clearance',
      'exports',
      'bonded',
      'draws',
    ],
  },
  display: {
    zh: '保税展示',
    en: 'display shops outside the zone: goods of account books shown there under guarantee, sold by a list, back, or missing at a count',
    uses: ['kernel', 'postgres', 'journal', 'http', 'access', 'bonded', 'guarantees', 'gate'],
  },
  transit: {
    zh: '转关',
    en: 'goods on the way between two customs offices under control: route, time limit, seals, positions, alerts',
    uses: ['kernel', 'postgres', 'shipped', 'journal', 'http', 'access', 'tax'],
  },
  reliefs: {
    zh: '担保减免',
    en: 'how much cover enterprises give by their credit, and which lists passed with less',
    uses: ['kernel', 'postgres', 'shipped'],
  },
  guarantees: {
    zh: '税款担保',
    en: 'guarantees for the tax of released lists: double-entry accounts that never go below nothing',
    uses: ['kernel', 'postgres', 'sheets', 'journal', 'http', 'access', 'reliefs'],
  },
  taxbills: {
    zh: '税单',
    en: 'tax bills of released lists from release to payment: cover before release, certificates, what is given back',
    uses: [
      'kernel',
      'postgres',
      'documents',
      'journal',
      'http',
      'access',
      'exchange',
      'declarations',
      'tax',
      'clearance',
      'reliefs',
      'guarantees',
    ],
  },
  summaries: {
    zh: '汇总申报',
    en: 'closed export lists put together into declarations by month, each with a proof that anybody can recompute',
    uses: ['kernel', 'postgres', 'documents', 'shipped', 'journal', 'http', 'ceb', 'access', 'exchange'],
  },
  draws: {
    zh: '随机抽查',
    en: 'whom a random check falls on: committed to beforehand, drawn again by anybody',
    uses: ['kernel'],
  },
  'four-eyes': {
    zh: '双人复核',
    en: 'decisions on held lists that take two officers: which, by dated tables, and what the second may do; pure',
    uses: ['kernel'],
  },
  refunds: {
    zh: '出口税',
    en: 'export tax: refund, exemption without invoice, refund on departure, assessed income tax, by line with its reason; invoices, claims',
    uses: ['kernel', 'postgres', 'sheets', 'shipped', 'journal', 'http', 'access', 'bulk', 'tax'],
  },
  returns: {
    zh: '退货',
    en: 'lists cancelled and goods that come back, of imports and exports: windows, conditions, and what is given back exactly once',
    uses: [
      'kernel',
      'postgres',
      'documents',
      'journal',
      'http',
      'ceb',
      'access',
      'exchange',
      'declarations',
      'tax',
      'quotas',
      'bonded',
      'clearance',
      'exports',
    ],
  },
  'return-centre': {
    zh: '退货中心仓',
    en: 'return centres inside the zone: parcels of returns, received and sorted before they are declared',
    uses: [
      'kernel',
      'postgres',
      'journal',
      'http',
      'access',
      'exchange',
      'waybills',
      'tax',
      'clearance',
      'returns',
    ],
  },
  modes: {
    zh: '监管方式',
    en: 'which supervision modes are lawful for a trade and what each costs; how an export is finished',
    uses: ['kernel', 'shipped', 'http', 'access', 'tax', 'refunds'],
  },
  b2b: {
    zh: 'B2B出口与海外仓',
    en: 'B2B e-commerce export (9710, 9810): recognition, overseas warehouses and their stock, principals, bulk contracts',
    uses: ['kernel', 'postgres', 'journal', 'http', 'access', 'tax', 'refunds', 'modes'],
  },
  quotas: {
    zh: '个人额度',
    en: 'the yearly allowance of a buyer: an append-only ledger that cannot be overspent',
    uses: ['postgres'],
  },
  risk: {
    zh: '风险',
    en: 'an ordered list of rules, each live or watching: positive list, split orders',
    uses: ['kernel', 'shipped', 'ceb', 'registry'],
  },
  persons: {
    zh: '个人信息',
    en: 'persons in the papers: who was shown them in full and why, and what they themselves may ask',
    uses: [
      'kernel',
      'vault',
      'postgres',
      'documents',
      'shipped',
      'journal',
      'http',
      'access',
      'exchange',
      'orders',
      'payments',
      'waybills',
      'declarations',
      'quotas',
      'clearance',
      'returns',
    ],
  },
  'payment-data': {
    zh: '支付原始数据',
    en: "raw payment data on customs' demand (notice 2018 No. 179): records kept as given, requests answered in time",
    uses: [
      'kernel',
      'vault',
      'postgres',
      'journal',
      'http',
      'ceb',
      'registry',
      'access',
      'exchange',
      'signatures',
      'persons',
    ],
  },
  clearance: {
    zh: '通关',
    en: 'the conductor: loads dossiers in batches, assesses, decides, records, answers',
    uses: [
      'kernel',
      'postgres',
      'documents',
      'journal',
      'http',
      'ceb',
      'registry',
      'access',
      'exchange',
      'orders',
      'payments',
      'waybills',
      'declarations',
      'matching',
      'tax',
      'quotas',
      'risk',
    ],
  },
  exports: {
    zh: '出口清单',
    en: 'exports by list: orders, waybills and lists taken in and judged, and followed until their goods have left',
    uses: [
      'kernel',
      'postgres',
      'documents',
      'shipped',
      'journal',
      'http',
      'ceb',
      'registry',
      'access',
      'exchange',
      'matching',
      'tax',
      'modes',
      'clearance',
      'four-eyes',
    ],
  },
  paperwork: {
    zh: '单证台账',
    en: 'orders, payments and waybills as their enterprises look at them: found, filtered, exported; what needs attention',
    uses: [
      'kernel',
      'postgres',
      'documents',
      'sheets',
      'http',
      'ceb',
      'access',
      'orders',
      'payments',
      'waybills',
      'clearance',
    ],
  },
  entry: {
    zh: '录入',
    en: 'what people write by hand: checks while typing, the versions of a list, what may be done with it, handing in',
    uses: [
      'kernel',
      'vault',
      'postgres',
      'documents',
      'journal',
      'http',
      'ceb',
      'registry',
      'access',
      'exchange',
      'orders',
      'payments',
      'waybills',
      'declarations',
      'tax',
      'clearance',
    ],
  },
  print: {
    zh: '打印',
    en: 'a list, its tax and its release as PDF, with a bar code and an address to check the paper by',
    uses: ['kernel', 'http', 'access'],
  },
  status: {
    zh: '运行状况',
    en: 'how the platform itself is: measured each minute, shown to anybody, with incidents and planned work',
    uses: ['kernel', 'postgres', 'journal', 'http', 'access'],
  },
  desk: {
    zh: '作业台',
    en: "the officer's desk: held lists as cases with a deadline, taken, decided with reasons, by two where set, undone in time",
    uses: [
      'kernel',
      'postgres',
      'documents',
      'shipped',
      'journal',
      'http',
      'access',
      'declarations',
      'quotas',
      'clearance',
      'four-eyes',
    ],
  },
  inspections: {
    zh: '查验',
    en: 'one inspection for all agencies: holds merged into one order, booked at a site, its results shared',
    uses: [
      'kernel',
      'vault',
      'postgres',
      'shipped',
      'journal',
      'http',
      'ceb',
      'registry',
      'access',
      'clearance',
    ],
  },
  sampling: {
    zh: '放行随机抽查',
    en: 'random draws of lists at release, by rates of a dated table, that anybody can draw again',
    uses: [
      'kernel',
      'vault',
      'postgres',
      'shipped',
      'journal',
      'http',
      'access',
      'tax',
      'clearance',
      'draws',
    ],
  },
  'goods-certificates': {
    zh: '商品证书',
    en: 'certificates of goods: accepted by one agency, recognised by others where a dated table says so',
    uses: ['kernel', 'vault', 'postgres', 'shipped', 'journal', 'http', 'access', 'tax', 'clearance'],
  },
  notices: {
    zh: '事件推送',
    en: 'webhooks: what happens to an enterprise is sent to its own address, signed, in order, at least once',
    uses: ['kernel', 'vault', 'postgres', 'outbound', 'journal', 'http', 'access', 'exchange'],
  },
  notifications: {
    zh: '通知',
    en: 'notifications: what has happened, told to the people it concerns, each as they wish',
    uses: ['kernel', 'vault', 'postgres', 'journal', 'http', 'access', 'notices'],
  },
  bulk: {
    zh: '批量导入',
    en: 'tables of documents: uploaded in parts, read row by row, handed in as messages, the bad rows given back',
    uses: ['kernel', 'vault', 'postgres', 'sheets', 'http', 'ceb', 'access', 'exchange'],
  },
  agencies: {
    zh: '部门协同',
    en: 'agencies besides customs: who has to decide about which list, what each may see of it, their links and desk',
    uses: [
      'kernel',
      'vault',
      'postgres',
      'documents',
      'outbound',
      'shipped',
      'journal',
      'http',
      'ceb',
      'access',
      'exchange',
      'orders',
      'payments',
      'waybills',
      'declarations',
      'tax',
      'clearance',
      'exports',
      'notices',
    ],
  },
  links: {
    zh: '对接',
    en: 'the links to agencies: messages out over their own channels, receipts back, lost ones sent again',
    uses: ['kernel', 'vault', 'postgres', 'channels', 'journal', 'http', 'ceb', 'access', 'exchange'],
  },
};

/**
 * Where it runs. An app may use every front door, and the back doors (`wiring.ts`) that plug adapters into
 * use cases; `uses` names the other apps it may start. The portal is the exception: it speaks only HTTP.
 * @type {Readonly<Record<string, Part>>}
 */
export const apps = {
  server: { zh: '服务', en: 'routes, the portal and the conductor in one process', uses: [] },
  cli: {
    zh: '命令行',
    en: 'the command chama: serve, sandbox, check, sign, verify, envelope, show, new, codes, payment-data, login, logout, whoami, api, completion, submit, bulk, explain, print, tax, enterprises, goods, accounts, keys, trust, transit, agencies, links, gate, webhooks, certificates, delegations, codelists, secrets, retention, migrate',
    uses: ['server', 'demo', 'sandbox'],
  },
  demo: { zh: '演示', en: 'a synthetic zone and a day of its messages', uses: [] },
  library: {
    zh: '程序库',
    en: 'what others import: chama/ceb, the standard alone, and chama/client; runs in a browser too',
    uses: [],
  },
  sandbox: {
    zh: '沙箱',
    en: 'a simulated customs whose outcome the tester writes into the number of a paper',
    uses: ['server'],
  },
  portal: { zh: '门户', en: 'React in the browser; speaks only the generated OpenAPI client', uses: [] },
};

/** Files longer than the ceiling of 300 lines, and why each may be. @type {Readonly<Record<string, string>>} */
export const longFiles = {
  'architecture.mjs': 'the map is read in one piece, however many parts there are',
  'apps/server/accounts.database.test.ts':
    'every way an account is used, on one server, one database and one clock',
};

/** Functions longer than the ceiling of 70 lines, as `path#name`, and why. @type {Readonly<Record<string, string>>} */
export const longFunctions = {};
