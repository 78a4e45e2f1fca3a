import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueCertificate, issueRevocationList, makeAuthority } from '../../authority/authority.ts';
import { makeKeyPair } from '../../authority/key-pair.ts';
import { pemText } from '../../portable/pem.ts';
import { VALIDITY } from '../../testing/cards.ts';
import { vectorPath } from '../../testing/vectors.ts';
import { addTrust, removeTrust } from './change-trust.ts';
import { materialOf, readTrustFolder } from './trust-folder.ts';
import { TrustStore } from './trust-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chama-trust-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('a trust folder', () => {
  it('sorts what is added by what it is', async () => {
    const authority = makeAuthority('sm2', { CN: 'root' }, VALIDITY);
    const middle = issueCertificate(authority, {
      ...{ ...VALIDITY, subject: { CN: 'middle' }, publicKey: makeKeyPair('sm2').publicKey, authority: {} },
    });
    const list = issueRevocationList(authority, [], VALIDITY);
    const bundle = file(
      'bundle.pem',
      pemText('CERTIFICATE', authority.certificate) + pemText('CERTIFICATE', middle),
    );
    const added = [
      ...(await addTrust(folder, bundle, [])),
      ...(await addTrust(folder, file('list.crl', list), [])),
      ...(await addTrust(folder, vectorPath('sm2.pem'), [])),
      ...(await addTrust(folder, vectorPath('rsa.pem'), ['5301361234', '91530100MA6K00000X'])),
    ];
    expect(added.map((path) => path.split('/').slice(0, -1).join('/'))).toEqual([
      ...['roots', 'intermediates', 'revocations', 'pinned/any'],
      ...['pinned/5301361234', 'pinned/91530100MA6K00000X'],
    ]);
    const { entries, unreadable } = await readTrustFolder(folder);
    const { roots, intermediates, revocations, pinned } = materialOf(entries);
    expect([roots, intermediates, revocations].map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(pinned.map(({ owners }) => owners)).toEqual([['5301361234', '91530100MA6K00000X'], []]);
    expect(unreadable).toEqual([]);
    const gone = await removeTrust(folder, '01691fea');
    expect(gone).toHaveLength(2);
  });

  it('takes no key in that is too weak today', async () => {
    const authority = makeAuthority('rsa', { CN: 'root' }, VALIDITY);
    const { publicKey } = makeKeyPair('rsa', 768);
    const weak = issueCertificate(authority, { ...VALIDITY, subject: { CN: 'x' }, publicKey });
    await expect(addTrust(folder, file('weak.der', weak), [])).rejects.toThrow('only 768 bits');
  });

  it('that is not there trusts nobody, and files that are none are named', async () => {
    expect(await readTrustFolder(join(folder, 'nowhere'))).toEqual({ entries: [], unreadable: [] });
    mkdirSync(join(folder, 'roots'));
    file('roots/readme.txt', 'x');
    file('roots/.hidden', 'x');
    expect((await readTrustFolder(folder)).unreadable).toEqual([join('roots', 'readme.txt')]);
  });
});

describe('a trust store', () => {
  it('follows the folder without a restart, and looks at most every two seconds', async () => {
    let now = 0;
    const store = new TrustStore(folder, () => now);
    expect((await store.current()).roots).toHaveLength(0);
    mkdirSync(join(folder, 'roots'));
    copyFileSync(vectorPath('sm2-authority.pem'), join(folder, 'roots/a.pem'));
    now = 1999;
    expect((await store.current()).roots).toHaveLength(0);
    now = 2001;
    const first = await store.current();
    expect(first.roots).toHaveLength(1);
    now = 5000;
    expect(await store.current()).toBe(first);
    rmSync(join(folder, 'roots/a.pem'));
    now = 8000;
    expect((await store.current()).roots).toHaveLength(0);
  });
});
