import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pemBlocks } from '../portable/pem.ts';
import { type TrustMaterial, trustOf } from '../portable/trust.ts';

/** Files made by OpenSSL, which `vectors/make.sh` tells how. */
export function vector(name: string): Buffer {
  return readFileSync(vectorPath(name));
}

export function vectorPath(name: string): string {
  return join(import.meta.dirname, 'vectors', name);
}

/** The first certificate of a PEM file among them, DER. */
function vectorCertificate(name: string): Uint8Array {
  return pemBlocks(vector(name).toString())[0]?.bytes ?? new Uint8Array();
}

/** Trust in both authorities. */
export const vectorTrust: TrustMaterial = trustOf({
  roots: [vectorCertificate('sm2-authority.pem'), vectorCertificate('rsa-authority.pem')],
});

/** A moment at which all certificates are valid. */
export const VECTOR_TIME = new Date('2030-01-01T00:00:00Z');

/** The enterprise of the certificates. */
export const VECTOR_OWNER = '5301361234';
