import { findingCodes } from '#kernel';
import type { VerificationCode } from './certificate-findings.ts';

/** What can be wrong with a signature, its certificate and its owner, once keys are asked. */
export const VERIFICATION_CODES = findingCodes<VerificationCode>({
  'SIG-CERTIFICATE-EXPIRED': [
    'business',
    ['证书已到期', 'The certificate has expired'],
    ['换用有效的证书', 'Use a valid certificate'],
  ],
  'SIG-CERTIFICATE-NOT-YET': [
    'business',
    ['证书尚未生效', 'The certificate is not valid yet'],
    [
      '核对加签机器的时钟，或换用有效的证书',
      'Check the clock of the signing machine, or use a valid certificate',
    ],
  ],
  'SIG-DIGEST': [
    'business',
    ['报文与签名时不同，摘要不符', 'The message is not the one that was signed: its digest differs'],
    [
      '加签之后不要改动报文，空格和换行也算；重新加签',
      'Do not change a message once it is signed, not even its blanks and line ends; sign it again',
    ],
  ],
  'SIG-KEY-USAGE': [
    'business',
    ['证书不用于签名', 'The certificate is not meant for signatures'],
    ['改用签名证书（不是加密证书）', 'Use the signing certificate, not the one for encryption'],
  ],
  'SIG-MISSING': [
    'business',
    ['应签名的报文没有签名', 'A message that has to be signed is not'],
    ['加签后再发送', 'Sign it before sending'],
  ],
  'SIG-OLD-KEY': [
    'business',
    ['密钥是旧卡的强度（仅提示）', 'The key has the strength of the older cards (a note only)'],
    ['换发国密（SM2）新卡', 'Change to a new card with SM2'],
  ],
  'SIG-OWNER': [
    'business',
    ['证书不属于发送的企业', 'The certificate does not belong to the enterprise that sends'],
    [
      '用该企业自己的证书加签，或登记该证书',
      'Sign with a certificate of that enterprise, or have the certificate entered for it',
    ],
  ],
  'SIG-REVOKED': [
    'business',
    ['证书已吊销', 'The certificate is revoked'],
    ['换用有效的证书', 'Use a valid certificate'],
  ],
  'SIG-UNTRUSTED': [
    'business',
    ['证书不在信任范围内', 'The certificate leads to nobody that is trusted'],
    [
      '换用电子口岸的证书；运营者可用 chama trust add 加入签发机构',
      'Use a certificate of the E-Port; an operator can add its issuer with chama trust add',
    ],
  ],
  'SIG-VALUE': [
    'business',
    ['签名值不是由证书的密钥签出的', 'The signature value was not made by the key of the certificate'],
    [
      '核对证书与密钥是否成对、SignedInfo 的规范化形式和签名值的格式',
      'Check that certificate and key belong together, the canonical form of SignedInfo and the form of the value',
    ],
  ],
  'SIG-WEAK-KEY': [
    'business',
    ['RSA 密钥的位数不被接受', 'The size of the RSA key is not accepted'],
    ['换发新卡', 'Change to a new card'],
  ],
});
