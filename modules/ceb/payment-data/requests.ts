import type { Finding } from '#kernel';
import { checkObject, objectOf } from './check-object.ts';
import { REQUEST_FIELDS } from './fields.ts';
import { formBody, formField } from './form.ts';
import { readJson } from './json-read.ts';
import { jsonObject, jsonString } from './json-write.ts';
import type { PaymentDataAnswer, PaymentDataRequest } from './message.ts';
import { PaymentFindings } from './payment-finding.ts';

const REQUEST_ORDER = REQUEST_FIELDS.map(({ name }) => name);

/** The body by which customs opens a request at a platform: the form field `openReq`. */
export function writeOpenRequest({ orderNo, sessionID, serviceTime }: PaymentDataRequest): string {
  const json = jsonObject([
    ['orderNo', jsonString(orderNo)],
    ['sessionID', jsonString(sessionID)],
    ['serviceTime', serviceTime],
  ]);
  return formBody('openReq', json);
}

/** Reads the body of a `platDataOpen`; without a `request` the findings say why. */
export function readOpenRequest(body: string): {
  readonly request?: PaymentDataRequest;
  readonly findings: readonly Finding[];
} {
  const findings = new PaymentFindings();
  const json = fieldOfForm(body, 'openReq', findings);
  const object = json === undefined ? undefined : objectOf(readJson(json, findings), '', findings);
  if (!object || findings.broken) return { findings: findings.list };
  const texts = checkObject(object, REQUEST_FIELDS, REQUEST_ORDER, '', findings);
  if (findings.broken) return { findings: findings.list };
  return { request: Object.fromEntries(texts) as unknown as PaymentDataRequest, findings: findings.list };
}

/** The body by which a platform sends a signed `realTimeDataUp`: the form field `payExInfoStr`. */
export function writePaymentForm(json: string): string {
  return formBody('payExInfoStr', json);
}

/** The JSON of such a body; without it the findings say why. */
export function readPaymentForm(body: string): {
  readonly json?: string;
  readonly findings: readonly Finding[];
} {
  const findings = new PaymentFindings();
  const json = fieldOfForm(body, 'payExInfoStr', findings);
  return { ...(json === undefined ? {} : { json }), findings: findings.list };
}

/** The text of a form field, or a finding that there is none to be read. */
function fieldOfForm(body: string, name: string, findings: PaymentFindings): string | undefined {
  const text = formField(body, name);
  if (text !== undefined && text !== '') return text;
  findings.add(
    'PAYDATA-FORM',
    'structure',
    name,
    [`表单中没有唯一、可读的字段 ${name}`, `The form has no single, readable field ${name}`],
    [
      `以 application/x-www-form-urlencoded（UTF-8）发送 ${name}=…`,
      `Send ${name}=… as application/x-www-form-urlencoded in UTF-8`,
    ],
  );
  return undefined;
}

/** An answer as JSON; `serviceTime` as a number, as in the notice. */
export function writePaymentAnswer({ code, message, serviceTime }: PaymentDataAnswer): string {
  return jsonObject([
    ['code', jsonString(code)],
    ['message', jsonString(message)],
    ['serviceTime', serviceTime],
  ]);
}

/** Reads an answer with patience: a code as text or number, further fields ignored; undefined when there is no code. */
export function readPaymentAnswer(json: string): PaymentDataAnswer | undefined {
  const root = readJson(json, new PaymentFindings());
  if (root?.kind !== 'object') return undefined;
  const plain = (name: string): string | undefined => {
    const value = root.members.get(name);
    return value?.kind === 'string' ? value.value : value?.kind === 'number' ? value.text : undefined;
  };
  const code = plain('code');
  if (code === undefined || !/^\d{1,9}$/.test(code)) return undefined;
  const serviceTime = plain('serviceTime');
  return { code, message: plain('message') ?? '', ...(serviceTime === undefined ? {} : { serviceTime }) };
}
