/** Certificates of goods: accepted by one agency, recognised by others where a dated table says so. */
export { certificateRefusals } from './application/refusals.ts';
export { GOODS_CERT_CODES } from './domain/finding-codes.ts';
export { sealedCertificates } from './storage/certificates.ts';
