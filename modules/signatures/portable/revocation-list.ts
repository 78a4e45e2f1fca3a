import { AsnConvert } from '@peculiar/asn1-schema';
import { CertificateList } from '@peculiar/asn1-x509';
import { hexOf } from './bytes.ts';
import { certificateNumber, type IssuerSignature, issuerSignature } from './certificate.ts';
import { isOneValue } from './der.ts';
import { nameText } from './distinguished-name.ts';

/** A revocation list as its issuer published it. */
export interface RevocationList {
  readonly issuerName: string;
  readonly issuerText: string;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  /** Numbers of revoked certificates, and since when. */
  readonly revoked: ReadonlyMap<string, Date>;
  readonly signature: IssuerSignature;
}

/** Reads a revocation list in DER; undefined where the bytes are none. */
export function readRevocationList(der: Uint8Array): RevocationList | undefined {
  if (!isOneValue(der)) return undefined;
  try {
    const {
      tbsCertList: body,
      tbsCertListRaw,
      signatureAlgorithm,
      signature,
    } = AsnConvert.parse(der, CertificateList);
    if (!tbsCertListRaw) return undefined;
    const { issuer, thisUpdate, nextUpdate, revokedCertificates } = body;
    return {
      issuerName: hexOf(new Uint8Array(AsnConvert.serialize(issuer))),
      issuerText: nameText(issuer),
      thisUpdate: thisUpdate.getTime(),
      ...(nextUpdate === undefined ? {} : { nextUpdate: nextUpdate.getTime() }),
      revoked: new Map(
        (revokedCertificates ?? []).map(({ userCertificate, revocationDate }) => [
          certificateNumber(new Uint8Array(userCertificate)),
          revocationDate.getTime(),
        ]),
      ),
      signature: issuerSignature(
        signatureAlgorithm.algorithm,
        new Uint8Array(tbsCertListRaw),
        new Uint8Array(signature),
      ),
    };
  } catch {
    return undefined;
  }
}
