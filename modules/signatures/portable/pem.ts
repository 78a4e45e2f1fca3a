import { base64Bytes, base64Text } from '#ceb';

/** One block of a PEM file. */
export interface PemBlock {
  /** Such as `CERTIFICATE` or `PRIVATE KEY`. */
  readonly label: string;
  readonly bytes: Uint8Array;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g;

/** The blocks of a PEM text whose content is Base64; blocks with headers (the old encrypted form) are left out. */
export function pemBlocks(text: string): PemBlock[] {
  return [...text.matchAll(BLOCK)].flatMap(([, label = '', content = '']) => {
    const bytes = base64Bytes(content);
    return bytes === undefined ? [] : [{ label, bytes }];
  });
}

export function pemText(label: string, bytes: Uint8Array): string {
  const lines = base64Text(bytes).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
