// The sandbox's page at work: it speaks to the interface anybody may use, and keeps keys in memory only.

/** @type {<T extends HTMLElement>(id: string) => T} */
const at = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no ${id}`);
  return /** @type {any} */ (element);
};

/** @typedef {{ zh: string, en: string }} Bilingual */
/** @typedef {{ code: string, path: string, message: Bilingual, remedy: Bilingual }} Finding */
/** @typedef {{ verdict: string, status: string, info: string, findings: Finding[] }} DocumentAnswer */
/** @typedef {{ type: string, orderNo: string | null, returnStatus: string, returnTime: string, returnInfo: string, body: Record<string, unknown> }} Receipt */

const root = document.documentElement;
/** Name under which the chosen language is remembered. */
const REMEMBERED = 'chama-sandbox-language';

/** @param {string} language */
function choose(language) {
  root.dataset.language = language;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const button of document.querySelectorAll('[data-choose]'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-choose') === language));
  counted();
}

/** A text in both languages; the style sheet shows one. @param {Bilingual} text */
function both({ zh, en }) {
  const parts = document.createDocumentFragment();
  for (const [lang, text] of [
    ['zh-CN', zh],
    ['en', en],
  ]) {
    const span = document.createElement('span');
    span.lang = lang ?? '';
    span.textContent = text ?? '';
    parts.append(span);
  }
  return parts;
}

/** @param {string} tag @param {(string | Node)[]} content @param {string} [tone] */
function element(tag, content, tone) {
  const made = document.createElement(tag);
  if (tone) made.className = tone;
  made.append(...content);
  return made;
}

// Registration.

/** @type {{ customsCode: string, privateKey: string, certificate: string } | undefined} */
let enterprise;

/** Sends JSON and gives the answer; a problem becomes an error with its words. @param {string} path @param {unknown} body */
async function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** @param {SubmitEvent} event */
async function register(event) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  const wish = { name: form.get('name'), algorithm: form.get('algorithm'), roles: form.getAll('roles') };
  const response = await post('/sandbox/enterprises', wish);
  const given = await response.json();
  if (!response.ok) return tell(given, 'registered');
  enterprise = given;
  const codes = at('registered-codes');
  codes.replaceChildren(
    ...[
      [{ zh: '海关编码', en: 'Customs code' }, given.customsCode],
      [{ zh: '统一社会信用代码', en: 'Social credit code' }, given.uscc],
      [{ zh: '传输编号', en: 'DXP id' }, given.dxpId],
      [{ zh: '证书编号', en: 'Certificate number' }, given.certificateNumber],
    ].flatMap(([label, value]) => [element('dt', [both(label)]), element('dd', [element('code', [value])])]),
  );
  for (const name of ['apiKey', 'privateKey', 'certificate']) {
    /** @type {HTMLTextAreaElement} */
    const box = at(name);
    box.value = given[name];
  }
  /** @type {HTMLInputElement} */ (at('send-key')).value = given.apiKey;
  at('registered').hidden = false;
  at('registered').focus();
  watch(given.apiKey);
}

/** @param {string} name */
const textIn = (name) => /** @type {HTMLTextAreaElement} */ (at(name)).value;

/** Offers a key as a file. @param {string} name */
function save(name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([textIn(name)], { type: 'text/plain' }));
  link.download =
    { apiKey: 'api-key.txt', privateKey: 'private-key.pem', certificate: 'certificate.pem' }[name] ?? name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// Codes.

function counted() {
  const wanted = /** @type {HTMLInputElement} */ (at('code-search')).value.trim().toLowerCase();
  const rows = [...document.querySelectorAll('#codes tbody tr')];
  /** @type {HTMLElement} */ for (const row of rows)
    row.hidden = !(row.textContent ?? '').toLowerCase().includes(wanted);
  const shown = rows.filter((row) => !(/** @type {HTMLElement} */ (row).hidden)).length;
  at('code-count').replaceChildren(both({ zh: `${shown} 个`, en: `${shown} codes` }));
}

// Trying.

/** Shows what a problem or an answer says. @param {{ zh: string, en: string, findings?: Finding[] }} said @param {string} [place] */
function tell(said, place = 'answer') {
  const target = place === 'answer' ? at('answer') : at(place);
  target.hidden = false;
  const list = element('ul', (said.findings ?? []).map(findingItem));
  target.replaceChildren(element('p', [both(said)], 'bad'), list);
}

/** @param {Finding} finding */
const findingItem = ({ code, path, message, remedy }) =>
  element('li', [
    element('code', [code]),
    ' ',
    element('code', [path]),
    ' ',
    both(message),
    ' → ',
    both(remedy),
  ]);

async function sample() {
  const query = new URLSearchParams({ number: textIn('number') });
  if (enterprise) query.set('customsCode', enterprise.customsCode);
  const response = await fetch(`/sandbox/samples/${textIn('type')}?${query}`);
  if (!response.ok) return tell(await response.json());
  // An element a line is easier to read; white space after the signature would break it, before it does not.
  const lines = (await response.text()).replace(/(<\/[^>]+>|\?>)(?=<)/g, '$1\n');
  /** @type {HTMLTextAreaElement} */ (at('message')).value = lines;
}

async function sign() {
  if (!enterprise)
    return tell({
      zh: '请先在上面登记一家企业，取得密钥',
      en: 'Register an enterprise above first: that gives a key',
    });
  const { privateKey, certificate } = enterprise;
  const response = await post('/sandbox/signatures', {
    message: textIn('message'),
    privateKey,
    certificate,
  });
  if (!response.ok) return tell(await response.json());
  /** @type {HTMLTextAreaElement} */ (at('message')).value = await response.text();
  at('answer').replaceChildren(element('p', [both({ zh: '已签名', en: 'Signed' })], 'good'));
}

/** @param {SubmitEvent} event */
async function send(event) {
  event.preventDefault();
  const key = textIn('send-key').trim();
  const response = await fetch('/api/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: `Bearer ${key}` },
    body: textIn('message'),
  });
  const said = await response.json();
  if (!response.ok) return tell(said);
  /** @type {DocumentAnswer[]} */
  const documents = said.documents;
  at('answer').replaceChildren(
    ...documents.map(({ verdict, status, info, findings }) =>
      element('div', [
        element(
          'p',
          [both(VERDICTS[verdict] ?? { zh: verdict, en: verdict }), ` ${status} ${info}`],
          verdict === 'refused' ? 'bad' : 'good',
        ),
        element('ul', findings.map(findingItem)),
      ]),
    ),
  );
  watch(key);
}

/** @type {Record<string, Bilingual>} */
const VERDICTS = {
  accepted: { zh: '已接收', en: 'Accepted' },
  repeated: { zh: '重复报送', en: 'Repeated' },
  refused: { zh: '未接收', en: 'Refused' },
};

// Receipts.

/** @type {AbortController | undefined} */
let watching;
let watched = '';

/** Fetches receipts as they come, until another key is used. @param {string} key */
async function watch(key) {
  if (key === watched || key === '') return;
  watched = key;
  watching?.abort();
  watching = new AbortController();
  const { signal } = watching;
  at('receipts').replaceChildren();
  for (let cursor = ''; !signal.aborted; ) {
    const query = new URLSearchParams({ wait: '20', ...(cursor ? { cursor } : {}) });
    const page = await fetch(`/api/receipts?${query}`, {
      headers: { authorization: `Bearer ${key}` },
      signal,
    })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    if (signal.aborted) return;
    if (page) for (const receipt of page.receipts) show(receipt);
    cursor = page?.next ?? cursor;
    // After a fault the page asks less often.
    if (!page) await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}

/** @param {Receipt} receipt */
function show({ type, orderNo, returnStatus, returnTime, returnInfo, body }) {
  const time = returnTime.replace(/^(....)(..)(..)(..)(..)(..)(...)$/, '$1-$2-$3 $4:$5:$6.$7');
  const number = orderNo ?? body.copNo ?? body.logisticsNo ?? body.coElNo ?? body.sumNo ?? '';
  const row = element('tr', [
    element('th', [element('code', [type])]),
    element('td', [element('code', [String(number)])]),
    element('td', [returnStatus], toneOf(returnStatus)),
    element('td', [time]),
    element('td', [returnInfo || detailsOf(body)]),
  ]);
  at('receipts').prepend(row);
}

/** What a push says, which has no text of its own. @param {Record<string, unknown>} body */
const detailsOf = (body) =>
  ['taxNo', 'customsTax', 'valueAddedTax', 'consumptionTax', 'sumNo', 'declSeqNo']
    .flatMap((name) => (body[name] === undefined ? [] : [`${name} ${body[name]}`]))
    .join(' · ');

/** @param {string} status */
function toneOf(status) {
  if (status === '800' || status === '899') return 'good';
  if (status.startsWith('-') || status === '100' || status === '700') return 'bad';
  return Number(status) >= 300 && status !== '399' ? 'held' : '';
}

// Everything in its place.

at('register-form').addEventListener('submit', (event) => void register(/** @type {SubmitEvent} */ (event)));
at('try-form').addEventListener('submit', (event) => void send(/** @type {SubmitEvent} */ (event)));
at('sample').addEventListener('click', () => void sample());
at('sign').addEventListener('click', () => void sign());
at('code-search').addEventListener('input', counted);
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const {
    number,
    copy,
    save: file,
    choose: language,
  } = /** @type {HTMLElement | null} */ (target.closest('button'))?.dataset ?? {};
  if (language) {
    localStorage.setItem(REMEMBERED, language);
    choose(language);
  }
  if (copy) void navigator.clipboard.writeText(textIn(copy));
  if (file) save(file);
  if (number) {
    /** @type {HTMLInputElement} */ (at('number')).value = number.replace(/-1$/, '-0001');
    at('try').scrollIntoView();
    at('number').focus();
  }
});
choose(localStorage.getItem(REMEMBERED) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
