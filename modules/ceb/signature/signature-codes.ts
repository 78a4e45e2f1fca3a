import { findingCodes } from '#kernel';
import type { SignatureFormCode } from './signature-finding.ts';

/** What can be wrong with how a message is signed, before any key is asked. */
export const SIGNATURE_CODES = findingCodes<SignatureFormCode>({
  'SIG-ALGORITHM': [
    'business',
    ['签名使用了不接受的算法', 'The signature names an algorithm that is not accepted'],
    ['使用规范 6.2 节的算法', 'Use the algorithms of chapter 6.2 of the specification'],
  ],
  'SIG-CANONICAL': [
    'business',
    ['报文没有规范化形式，不能验签', 'The message has no canonical form, so it cannot be verified'],
    ['改用完整的命名空间名称后重新加签', 'Write namespaces in full and sign again'],
  ],
  'SIG-CERTIFICATE': [
    'business',
    [
      '签名的证书缺失、不可读或不被接受',
      'The certificate of the signature is missing, unreadable or not accepted',
    ],
    [
      '附上签名者的一张普通签名证书（DER 的 Base64）',
      'Carry the ordinary signing certificate of the signer (Base64 of its DER)',
    ],
  ],
  'SIG-REFERENCE': [
    'business',
    [
      '签名没有以唯一的 Reference 覆盖整份报文',
      'The signature does not cover the whole message by one Reference',
    ],
    ['只保留一个 Reference，URI 置空', 'Keep one Reference with an empty URI'],
  ],
  'SIG-SEVERAL': [
    'business',
    ['报文有多个签名，或没有可加签的内容', 'There are several signatures, or nothing to sign'],
    ['只保留一个 Signature，重新加签', 'Keep one Signature and sign again'],
  ],
  'SIG-SHAPE': [
    'business',
    ['签名的结构不合规', 'The signature is not of the specified shape'],
    ['由加签程序按规范 6.2 节重新生成', 'Make the signature anew as specified (chapter 6.2)'],
  ],
  'SIG-UNREADABLE': [
    'business',
    ['报文无法读取，不能验签', 'The message cannot be read, so nothing can be verified'],
    ['先用 chama check 查明并改正报文', 'Find out with chama check what is wrong, and mend it'],
  ],
});
