import type { HttpSettings } from '#http';
import problems from '../../contracts/problems.json' with { type: 'json' };
import { cookieName } from '../../modules/access/wiring.ts';
import { sentWebhooks } from '../../modules/notices/wiring.ts';
import manifest from '../../package.json' with { type: 'json' };
import { entranceOf } from './entrance.ts';
import { recorded } from './recorded.ts';

/** How the interface is introduced at /docs and in contracts/openapi.json. */
export const introduction: Pick<
  HttpSettings,
  | 'title'
  | 'version'
  | 'description'
  | 'tags'
  | 'security'
  | 'problems'
  | 'entrance'
  | 'recorded'
  | 'webhooks'
> = {
  title: 'Chama 茶马',
  version: manifest.version,
  problems,
  entrance: entranceOf,
  recorded,
  webhooks: sentWebhooks,
  description: [
    'The open platform of a cross-border e-commerce pilot zone: messages in, receipts out, and of every list: why.',
    '跨境电子商务综合试验区开放平台：报送报文，取回执，并可追问每一份清单“为什么”。',
    'Messages are CEB messages of edition 202205 as XML, everything else is JSON. Fields of documents are named as in the standard. ' +
      'Amounts are decimal text, never numbers. Whatever is refused is answered as an RFC 9457 problem with a stable `code`, ' +
      'in Chinese and English, and with every finding; its `type` leads to an explanation. Answers may gain fields: ignore those you do not know. ' +
      'A parameter that is not described is refused.',
    'Every answer names its request in `x-request-id` (yours, if you send one). How much you may ask stands in `RateLimit-Policy` and `RateLimit`. ' +
      'Whatever changes something may be asked twice with one `Idempotency-Key` and is done once; messages need none, as their documents have business keys.',
  ].join('\n\n'),
  tags: [
    { name: 'exchange', description: '数据交换：报送与回执。Hand messages in and fetch receipts.' },
    {
      name: 'desk',
      description: '作业台：待办、处置、复核、查找。The officer’s desk: queue, decisions, four eyes, search.',
    },
    { name: 'lists', description: '清单：状态、详情与依据。Where lists stand, and why.' },
    {
      name: 'links',
      description:
        '对接：转报、回执与重发。Links to agencies: what went, what came back, what is sent again.',
    },
    {
      name: 'persons',
      description:
        '个人信息：完整查看须说明理由并留痕。Personal data: read in full with a reason, on record.',
    },
    {
      name: 'payment-data',
      description: '支付原始数据（179 号公告）。Raw payment data on customs’ demand.',
    },
    { name: 'keys', description: '接口密钥：权限、有效期、更换。API keys: what they may do, until when.' },
    {
      name: 'delegations',
      description: '委托：由他人代为报送。Letting another enterprise hand in documents for yours.',
    },
    {
      name: 'bulk',
      description:
        '批量导入：以表格报送单证。Bulk files: documents handed in as tables, the bad rows given back.',
    },
    {
      name: 'agencies',
      description:
        '部门协同：哪些部门须就清单作出决定、各得到哪些字段、对接与工作台。Agencies besides customs: who decides about which list, what each gets of it, their links and desk.',
    },
    {
      name: 'bonded',
      description:
        '保税账册：库存、记账、转移与盘点。Account books of bonded goods: stock, movements, moves between books, counts.',
    },
    {
      name: 'gate',
      description:
        '核注清单、核放单与卡口。Checklists of released lists, passes of vehicles, and the gate that is asked for each.',
    },
    {
      name: 'goods-certificates',
      description:
        '商品证书：申报、采信、互认与核销。Certificates of goods: filed, accepted, recognised by other agencies, used up.',
    },
    {
      name: 'sampling',
      description:
        '放行随机抽查：承诺、抽查率、抽中的清单与企业信用等级。Random draws of lists at release: commitments, rates, what was drawn, and how customs rates enterprises.',
    },
    {
      name: 'displays',
      description:
        '保税展示：展示店、出区展示、售出、运回与盘点。Display shops outside the zone: goods shown there under guarantee, sold, back, counted.',
    },
    {
      name: 'summaries',
      description:
        '汇总申报：按月汇总出口清单，附可复算的证明。Summary declarations of export lists, each with a proof that anybody can recompute.',
    },
    {
      name: 'transit',
      description:
        '转关：申请、施封、在途位置、预警与核销。Transfers under customs control, and where they are.',
    },
    {
      name: 'returns',
      description:
        '退货与撤销：申请、运抵、查验、退还、处置。Cancellations and returns: applied for, back, looked at, given back.',
    },
    {
      name: 'return-centres',
      description:
        '退货中心仓：收件、认领、分拣、按包裹申报退货。Return centres in the zone: parcels taken in, sorted, and put on a return list.',
    },
    {
      name: 'b2b',
      description:
        'B2B出口：9710、9810的认定，海外仓与海外库存，代理委托方，大宗合同。B2B export: recognition, overseas warehouses and their stock, principals, bulk contracts.',
    },
    {
      name: 'export-tax',
      description:
        '出口税：各行退（免）税资格与原因、进项发票与收汇、退税申报。The tax of exports: which way each line goes and why, invoices and foreign exchange, refund claims.',
    },
    {
      name: 'guarantees',
      description:
        '税款担保：账户、担保登记与确认、对账单。Guarantees for tax: accounts, guarantees given, statements.',
    },
    {
      name: 'tax-bills',
      description:
        '税单：电子税单、缴款书与缴税日历。Tax bills: bills, payment certificates, and when what is due.',
    },
    {
      name: 'inspections',
      description:
        '查验：合并的查验单、场所日历、预约、结果、照片与样品。One inspection for all agencies: orders, calendar, booking, results, photos, samples.',
    },
    {
      name: 'exports',
      description:
        '出口清单：单证、结关方式、运抵离境与人工处理。Export lists: papers, how each is finished, arrival and departure, held ones decided.',
    },
    { name: 'modes', description: '监管方式建议。Advice on supervision modes.' },
    {
      name: 'webhooks',
      description: '事件推送：订阅、测试、记录与重发。Webhooks: what happens is sent to an address of yours.',
    },
    {
      name: 'notifications',
      description:
        '通知：与您有关的事，及接收哪些。Notifications: what happened that concerns you, and of what to be told.',
    },
    {
      name: 'paperwork',
      description:
        '单证台账：订单、支付单、运单的查找与导出，筛选与待办。Documents found and exported, saved filters, and what needs attention.',
    },
    {
      name: 'print',
      description:
        '打印：清单、税款与放行通知，及核验。Papers to print, and to check by anybody who holds one.',
    },
    {
      name: 'registry',
      description:
        '备案：企业备案一次、各部门共用，公示查询。The register: enterprises file once for all agencies.',
    },
    {
      name: 'goods',
      description: '商品备案：备案、查找、批量导入。Goods that sellers file, and finding them.',
    },
    { name: 'code-lists', description: '代码表：按日期查阅。Code lists, as they are on a day.' },
    { name: 'session', description: '登录。Signing in, for people.' },
    {
      name: 'account',
      description: "我的账号：密码、第二因素、会话。One's own account: password, second factor, sessions.",
    },
    { name: 'accounts', description: '账号管理。Accounts of others, for administrators.' },
    {
      name: 'agency sign-in',
      description: '部门登录的设置。How agencies sign their own officers in, for administrators.',
    },
    { name: 'operation', description: '运行。For those who run the platform.' },
  ],
  security: {
    apiKey: {
      type: 'http',
      scheme: 'bearer',
      description: 'An API key of an enterprise, made by `npx chama keys create`.',
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: cookieName,
      description:
        'The cookie of a person signed in by `POST /api/session`; by HTTPS its name begins with `__Host-`. What changes something has to come from a page of the platform (`Sec-Fetch-Site` or `Origin`).',
    },
  },
};
