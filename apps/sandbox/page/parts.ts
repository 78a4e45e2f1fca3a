import { enterpriseRoles } from '#registry';
import type { Scheme } from '../scheme/scheme.ts';
import { both, escaped, say } from './html.ts';

const ROLES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EBP: ['电商平台', 'platform'],
  EBC: ['电商企业', 'seller'],
  PAY: ['支付企业', 'payment firm'],
  LGS: ['物流企业', 'carrier'],
  DCL: ['报关企业', 'declarant'],
  IAC: ['区内企业', 'zone firm'],
};

/** The form that registers an enterprise, and where its keys are shown. */
export function registerPart(): string {
  const roles = enterpriseRoles
    .filter((role) => role in ROLES)
    .map((role) => {
      const [zh = role, en = role] = ROLES[role] ?? [];
      return `<label><input type="checkbox" name="roles" value="${role}" checked> ${say(zh, en)} <code>${role}</code></label>`;
    });
  return `<section id="register" aria-labelledby="register-title">
<h2 id="register-title">${say('登记一家企业', 'Register an enterprise')}</h2>
<form id="register-form">
<div class="field"><label for="name">${say('企业名称', 'Name')}</label>
<input id="name" name="name" required maxlength="100" value="云南示例商贸有限公司" autocomplete="off"></div>
<fieldset><legend>${say('签名密钥', 'Signing key')}</legend>
<label><input type="radio" name="algorithm" value="sm2" checked> SM2 + SM3 ${say('（2022 年 7 月后的卡）', '(cards since July 2022)')}</label>
<label><input type="radio" name="algorithm" value="rsa"> RSA + SHA-1 ${say('（旧卡）', '(older cards)')}</label>
</fieldset>
<fieldset><legend>${say('角色', 'Roles')}</legend>${roles.join('\n')}</fieldset>
<button type="submit" class="main">${say('登记并取得密钥', 'Register and get keys')}</button>
</form>
<div id="registered" hidden tabindex="-1" aria-labelledby="registered-title">
<h3 id="registered-title">${say('已登记；密钥只显示这一次', 'Registered; the keys are shown only now')}</h3>
<dl id="registered-codes"></dl>
<div class="keys">
${secret('apiKey', say('接口密钥', 'API key'), 2)}
${secret('privateKey', say('私钥（PEM）', 'Private key (PEM)'), 6)}
${secret('certificate', say('证书（PEM）', 'Certificate (PEM)'), 6)}
</div>
</div>
</section>`;
}

const secret = (name: string, label: string, rows: number): string => `<div class="field">
<label for="${name}">${label}</label>
<textarea id="${name}" rows="${rows}" readonly spellcheck="false"></textarea>
<p><button type="button" data-copy="${name}">${say('复制', 'Copy')}</button>
<button type="button" data-save="${name}">${say('存为文件', 'Save as a file')}</button></p>
</div>`;

/** Where a message is tried and its receipts are watched. */
export function tryPart({ messages }: Scheme): string {
  const options = messages.map(
    ({ type, name }) =>
      `<option value="${type}"${type === 'CEB621' ? ' selected' : ''}>${type} ${escaped(name.zh)} · ${escaped(name.en)}</option>`,
  );
  return `<section id="try" aria-labelledby="try-title">
<h2 id="try-title">${say('试发一份报文', 'Try a message')}</h2>
<form id="try-form">
<div class="row">
<div class="field"><label for="type">${say('报文', 'Message')}</label><select id="type">${options.join('')}</select></div>
<div class="field"><label for="number">${say('编号', 'Number')}</label>
<input id="number" value="SBX-800-0001" maxlength="60" spellcheck="false" autocomplete="off"></div>
<button type="button" id="sample">${say('取样例', 'Get a sample')}</button>
</div>
<div class="field"><label for="message">${say('报文内容（可粘贴）', 'The message (paste your own)')}</label>
<textarea id="message" rows="12" spellcheck="false"></textarea></div>
<div class="field"><label for="send-key">${say('接口密钥', 'API key')}</label>
<input id="send-key" type="password" autocomplete="off" spellcheck="false"></div>
<p class="acts">
<button type="button" id="sign">${say('用刚才的密钥签名', 'Sign with the key just given')}</button>
<button type="submit" class="main">${say('发送', 'Send')}</button>
</p>
</form>
<div id="answer" role="status" aria-live="polite"></div>
<h3 id="receipts-title">${say('回执', 'Receipts')}</h3>
<div class="scroll" tabindex="0" role="region" aria-labelledby="receipts-title">
<table aria-labelledby="receipts-title"><thead><tr><th scope="col">${say('回执', 'Receipt')}</th><th scope="col">${say('编号', 'Number')}</th>
<th scope="col">${say('状态', 'Status')}</th><th scope="col">${say('时间', 'Time')}</th><th scope="col">${say('信息', 'Information')}</th></tr></thead>
<tbody id="receipts" aria-live="polite"><tr class="none"><td colspan="5">${both({ zh: '发送后，回执在这里出现', en: 'Receipts appear here once something is sent' })}</td></tr></tbody></table>
</div>
</section>`;
}
