import { readFileSync } from 'node:fs';
import type { Scheme } from '../scheme/scheme.ts';
import { both, escaped, say, table } from './html.ts';
import { registerPart, tryPart } from './parts.ts';

/** A file the page asks for. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: string;
}

const text = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

export function pageAssets(): Asset[] {
  return [
    { path: '/sandbox/page.css', type: 'text/css; charset=utf-8', content: text('page.css') },
    { path: '/sandbox/page.js', type: 'text/javascript; charset=utf-8', content: text('page.js') },
  ];
}

/** The sandbox's page: written once at start, in both languages; without its script it can still be read. */
export function sandboxPage(scheme: Scheme): string {
  return `<!doctype html>
<html lang="zh-CN" data-language="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/sandbox/page.css">
<title>茶马沙箱 · Chama sandbox</title>
<script type="module" src="/sandbox/page.js"></script>
</head>
<body>
<a class="skip" href="#main">${say('跳到正文', 'Skip to the content')}</a>
<header>
<p class="brand"><a href="/">茶马 Chama</a> <span class="where">${say('沙箱', 'sandbox')}</span></p>
<nav aria-label="本页 On this page">
<a href="#register">${say('登记', 'Register')}</a>
<a href="#try">${say('试发', 'Try')}</a>
<a href="#words">${say('脚本词', 'Words')}</a>
<a href="#codes">${say('结果码', 'Codes')}</a>
<a href="/docs">API</a>
</nav>
<div class="languages" role="group" aria-label="语言 Language">
<button type="button" data-choose="zh" aria-pressed="true">中文</button>
<button type="button" data-choose="en" aria-pressed="false">EN</button>
</div>
</header>
<main id="main">
<h1>${say('模拟海关：结果由您写在编号里', 'A simulated customs: you write the outcome into the number')}</h1>
<p class="lead">${say(
    '登记一家虚构企业，取得签名密钥和接口密钥；订单编号写成 SBX-800-0001，清单就放行；写成 SBX-R-621008-0001，就以 -621008 退回。没有脚本的进口三单和清单由平台的规则引擎真实判定。这里的一切都是虚构的，请勿填写真实的个人信息。',
    'Register a made-up enterprise and get a signing key and an API key. Call an order SBX-800-0001 and its list is released; call it SBX-R-621008-0001 and it comes back with -621008. Import papers and lists without a script are judged in earnest by the rules of the platform. Everything here is made up: enter no real person.',
  )}</p>
${registerPart()}
${tryPart(scheme)}
${words(scheme)}
${codes(scheme)}
</main>
</body>
</html>
`;
}

const code = (word: string): string => `<code>${escaped(word)}</code>`;
const example = (number: string): string =>
  `<button type="button" class="take" data-number="${escaped(number)}">${code(number)}</button>`;

function words({ words, messages }: Scheme): string {
  const rows = words.map((one) => [
    code(one.word),
    both(one.meaning),
    (one.way ?? []).map(code).join(' → '),
    example(one.example),
  ]);
  const places = messages.map(({ type, name, answer, numbers, statuses }) => [
    code(type),
    both(name),
    numbers.map(code).join(', '),
    code(answer),
    statuses.join(' '),
  ]);
  return `<section id="words" aria-labelledby="words-title">
<h2 id="words-title">${say('脚本词', 'The words of a script')}</h2>
<p>${say(
    '编号以 SBX- 开头，词与词用点号连接，连字号之后随意填写：SBX-W5.800-0001 表示五秒后放行，SBX-2.120.300.800-0001 依次发四份回执。点击例子即可填入试发。',
    'The number begins with SBX-, words are joined by points, and what stands behind a hyphen is yours: SBX-W5.800-0001 is released after five seconds, SBX-2.120.300.800-0001 brings four receipts one after the other. Choose an example to try it.',
  )}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="words-title">
${table(
  say('词与结果', 'Words and what comes of them'),
  [say('词', 'Word'), say('含义', 'Meaning'), say('依次发送', 'What is sent'), say('例子', 'Example')],
  rows,
)}
</div>
<details>
<summary>${say('每种报文的脚本写在哪里', 'Where the script stands in each message')}</summary>
<p>${say(
    '几个字段都可以写时，取列在前面的；回执中没有的状态按该单证的正常结果处理。',
    'Where several fields may hold it, the one named first counts. A status its receipts do not name becomes the paper’s good end.',
  )}</p>
<div class="scroll" tabindex="0" role="region" aria-label="报文 Messages">
${table(
  say('报文', 'Messages'),
  [
    say('报文', 'Message'),
    say('名称', 'Name'),
    say('字段', 'Fields'),
    say('回执', 'Receipt'),
    say('状态', 'Statuses'),
  ],
  places,
)}
</div>
</details>
</section>`;
}

function codes({ codes }: Scheme): string {
  const rows = codes.map(({ word, meaning, way, example: number }) => [
    code(word),
    both(meaning),
    (way ?? []).map(code).join(''),
    example(number),
  ]);
  return `<section id="codes" aria-labelledby="codes-title">
<h2 id="codes-title">${say('结果码', 'Result codes')}</h2>
<div class="find"><label for="code-search">${say('按码或文字查找', 'Search by number or words')}</label>
<input id="code-search" type="search" autocomplete="off" spellcheck="false">
<p id="code-count" role="status"></p></div>
<div class="scroll tall" tabindex="0" role="region" aria-labelledby="codes-title">
${table(
  say('结果码', 'Result codes'),
  [say('码', 'Code'), say('含义', 'Meaning'), say('状态', 'Status'), say('例子', 'Example')],
  rows,
)}
</div>
</section>`;
}
