import { signatureFinding } from '#ceb';
import type { Finding } from '#kernel';
import type { CertificateFacts } from './certificate.ts';

const PATH = 'Signature/KeyInfo/X509Data/X509Certificate';
type Pair = readonly [zh: string, en: string];

/** Stable codes of what can be wrong with a signature once keys are asked; `SIG-CERTIFICATE` is one of its form too. */
export type VerificationCode =
  | 'SIG-CERTIFICATE-EXPIRED'
  | 'SIG-CERTIFICATE-NOT-YET'
  | 'SIG-DIGEST'
  | 'SIG-KEY-USAGE'
  | 'SIG-MISSING'
  | 'SIG-OLD-KEY'
  | 'SIG-OWNER'
  | 'SIG-REVOKED'
  | 'SIG-UNTRUSTED'
  | 'SIG-VALUE'
  | 'SIG-WEAK-KEY';

function found(code: VerificationCode | 'SIG-CERTIFICATE', message: Pair, remedy: Pair): Finding {
  return signatureFinding(code, PATH, message, remedy);
}

const NEW_CARD: Pair = [
  '向电子口岸申请新证书后重新加签',
  'Get a new certificate from the E-Port and sign again',
];

/** Smallest RSA modulus ever accepted, and the one the E-Port's older cards have; bits. Source: specification 6.2. */
export const LEAST_RSA_BITS = 1024;
/** From here on RSA is thought strong enough today (GM/T 0015, RFC 3766); less is noted. */
const STRONG_RSA_BITS = 2048;
/** A design limit (D): larger keys only make verification slow. */
const MOST_RSA_BITS = 8192;

/** What is wrong with a certificate for signing at a moment, whoever issued it. */
export function judgeCertificate(certificate: CertificateFacts, at: Date): Finding[] {
  const { notBefore, notAfter, key, usage, unknownCritical, number } = certificate;
  const findings: Finding[] = [];
  if (at > notAfter) {
    const day = dayOf(notAfter);
    findings.push(
      found(
        'SIG-CERTIFICATE-EXPIRED',
        [`证书 ${number} 已于 ${day} 到期`, `The certificate ${number} expired on ${day}`],
        NEW_CARD,
      ),
    );
  }
  if (at < notBefore) {
    const day = dayOf(notBefore);
    findings.push(
      found(
        'SIG-CERTIFICATE-NOT-YET',
        [`证书 ${number} 自 ${day} 起才有效`, `The certificate ${number} is valid only from ${day}`],
        [
          '核对加签机器的时钟，或换用有效的证书',
          'Check the clock of the signing machine, or use a valid certificate',
        ],
      ),
    );
  }
  if (key.kind === 'rsa' && (key.bits < LEAST_RSA_BITS || key.bits > MOST_RSA_BITS)) {
    findings.push(
      found(
        'SIG-WEAK-KEY',
        [
          `RSA 密钥为 ${key.bits} 位，只接受 ${LEAST_RSA_BITS} 至 ${MOST_RSA_BITS} 位`,
          `The RSA key has ${key.bits} bits; ${LEAST_RSA_BITS} to ${MOST_RSA_BITS} are accepted`,
        ],
        NEW_CARD,
      ),
    );
  }
  if (usage && !usage.signature) {
    findings.push(
      found(
        'SIG-KEY-USAGE',
        [`证书 ${number} 不用于签名`, `The certificate ${number} is not meant for signatures`],
        ['改用签名证书（不是加密证书）', 'Use the signing certificate, not the one for encryption'],
      ),
    );
  }
  if (unknownCritical.length > 0) {
    const list = unknownCritical.join(', ');
    findings.push(
      found(
        'SIG-CERTIFICATE',
        [
          `证书含有不认识的关键扩展 ${list}`,
          `The certificate has critical extensions not known here: ${list}`,
        ],
        ['换用电子口岸签发的普通签名证书', 'Use an ordinary signing certificate of the E-Port'],
      ),
    );
  }
  return findings;
}

/** What is worth saying of a certificate without being held against it. */
export function notesOn({ key }: CertificateFacts): Finding[] {
  if (key.kind !== 'rsa' || key.bits < LEAST_RSA_BITS || key.bits >= STRONG_RSA_BITS) return [];
  return [
    found(
      'SIG-OLD-KEY',
      [`RSA ${key.bits} 位是旧卡的强度`, `RSA of ${key.bits} bits is the strength of the older cards`],
      ['换发国密（SM2）新卡', 'Change to a new card with SM2'],
    ),
  ];
}

export function noCertificate(keyName: string | undefined): Finding {
  const named = keyName === undefined ? '' : ` ${keyName}`;
  return found(
    'SIG-CERTIFICATE',
    [
      `签名没有附带可读的证书，信任库中也没有证书${named}`,
      `The signature carries no readable certificate, and the trust store has none${named}`,
    ],
    [
      '在 X509Certificate 中附上签名证书（DER 的 Base64）',
      'Carry the signing certificate in X509Certificate (Base64 of its DER)',
    ],
  );
}

export function untrusted({ number, issuerText }: CertificateFacts): Finding {
  return found(
    'SIG-UNTRUSTED',
    [
      `证书 ${number} 由“${issuerText}”签发，不在信任范围内`,
      `The certificate ${number}, issued by "${issuerText}", leads to nobody that is trusted`,
    ],
    [
      '换用电子口岸的证书；运营者可用 chama trust add 加入签发机构',
      'Use a certificate of the E-Port; an operator can add its issuer with chama trust add',
    ],
  );
}

export function revoked({ number }: CertificateFacts, since: Date): Finding {
  const day = dayOf(since);
  return found(
    'SIG-REVOKED',
    [`证书 ${number} 已于 ${day} 吊销`, `The certificate ${number} was revoked on ${day}`],
    NEW_CARD,
  );
}

export function notTheOwner({ number }: CertificateFacts, named: readonly string[], wanted: string): Finding {
  const holders = named.join(', ');
  return found(
    'SIG-OWNER',
    [
      holders === ''
        ? `从证书 ${number} 看不出属于企业 ${wanted}`
        : `证书 ${number} 属于 ${holders}，不是 ${wanted}`,
      holders === ''
        ? `The certificate ${number} does not say that it belongs to ${wanted}`
        : `The certificate ${number} belongs to ${holders}, not to ${wanted}`,
    ],
    [
      '用传输企业（copCode）自己的证书加签；证书中没有企业代码的，由运营者用 chama trust add --owner 绑定',
      'Sign with the certificate of the transmitting enterprise (copCode); where it names no enterprise, the operator ties it to one with chama trust add --owner',
    ],
  );
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
