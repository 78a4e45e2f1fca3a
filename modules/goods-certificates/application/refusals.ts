import { Problem } from '#http';
import type { Bilingual, Finding } from '#kernel';

/** Why something is not done about a certificate of goods: stable codes, with what to do. */
const refusals = {
  'GOODS-CERTIFICATE-NOT-FOUND': [
    404,
    '没有该证书，或不属于本部门；请核对',
    'There is no such certificate, or it is another agency’s; check it',
  ],
  'GOODS-CERTIFICATE-INPUT': [422, '填写有误，见 findings', 'Something is wrong with it: see findings'],
  'GOODS-CERTIFICATE-PAPER': [
    422,
    '不是所声明类型的文件；请发送 PDF、JPEG 或 PNG',
    'It is no file of the type it is sent as; send PDF, JPEG or PNG',
  ],
  'GOODS-CERTIFICATE-NO-PAPER': [
    409,
    '尚未上传证书文件；请先由企业上传',
    'The file of the certificate is not there; the enterprise has to send it first',
  ],
  'GOODS-CERTIFICATE-STATE': [
    409,
    '证书当前状态不能这样办理；请刷新后再试',
    'As the certificate stands this cannot be done; look again',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, zh: string, en: string]>>;

/** All refusals of certificates, for those who explain them. */
export const certificateRefusals: readonly {
  readonly code: string;
  readonly status: number;
  readonly text: Bilingual;
}[] = Object.entries(refusals).map(([code, [status, zh, en]]) => ({ code, status, text: { zh, en } }));

/** A refusal of this module, as it is answered. */
export class CertificateRefusal extends Problem {
  constructor(code: keyof typeof refusals, findings?: readonly Finding[]) {
    const [status, zh, en] = refusals[code];
    super(status, code, { zh, en } satisfies Bilingual, findings);
  }
}

/** What was filed has findings. */
export const unfitCertificate = (findings: readonly Finding[]): CertificateRefusal =>
  new CertificateRefusal('GOODS-CERTIFICATE-INPUT', findings);
