import { execFileSync } from 'node:child_process';
import { closeSync, constants, cpSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { VECTOR_OWNER, VECTOR_TIME, vector, vectorPath } from '../../testing/vectors.ts';
import { SigningPool } from './signing-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'chama-pool-'));
const pool = new SigningPool({ threads: 2, trustFolder: folder });
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const names = ['sm2-specification', 'sm2-variant', 'rsa-specification', 'rsa-variant'];
const options = { at: VECTOR_TIME, owner: { customsCode: VECTOR_OWNER } };
const signer = { kind: 'pem', key: vectorPath('sm2.key'), certificate: vectorPath('sm2.pem') } as const;

describe('the pool of signing threads', () => {
  it('verifies many messages at once, and tells the changed ones from the others', async () => {
    const messages = Array.from({ length: 40 }, (_, place) => {
      const text = vector(`${names[place % 4]}.xml`).toString();
      return Buffer.from(place % 3 === 0 ? text.replace('茶', '马') : text);
    });
    const verdicts = await Promise.all(messages.map((bytes) => pool.verify(bytes, options)));
    expect(verdicts.map(({ ok }) => ok)).toEqual(messages.map((_, place) => place % 3 !== 0));
    expect(messages[1]?.length).toBeGreaterThan(0);
  });

  it('judges issuers by the folder, once it trusts anybody or is told to', async () => {
    const bytes = vector('sm2-specification.xml');
    expect((await pool.verify(bytes, options)).signer?.trust).toBe('not-judged');
    const strict = await pool.verify(bytes, { ...options, judge: 'always' });
    expect(strict.findings.map(({ code }) => code)).toEqual(['SIG-UNTRUSTED']);
    const folderless = new SigningPool({ threads: 1 });
    const nobody = await folderless.verify(bytes, { ...options, judge: 'always' });
    expect(nobody.findings.map(({ code }) => code)).toEqual(['SIG-UNTRUSTED']);
    await folderless.close();
    const trusting = new SigningPool({ threads: 1, trustFolder: folder });
    mkdirSync(join(folder, 'roots'));
    cpSync(vectorPath('sm2-authority.pem'), join(folder, 'roots/authority.pem'));
    expect((await trusting.verify(bytes, options)).signer?.trust).toBe('chain');
    await trusting.close();
  });

  it('signs with keys opened on the threads', async () => {
    const signed = await pool.sign(vector('rsa-variant.xml'), { signer });
    const bytes = 'bytes' in signed ? signed.bytes : new Uint8Array();
    expect(await pool.verify(bytes, options)).toMatchObject({ ok: true, signature: { suite: 'sm2-sm3' } });
    const broken = await pool.sign(Buffer.from('<a>'), { signer });
    expect(broken).toMatchObject({ findings: [{ code: 'SIG-UNREADABLE' }] });
  });

  it('says what is wrong with a key, and goes on', async () => {
    const wrong = pool.sign(vector('rsa-variant.xml'), { signer: { ...signer, key: '/nowhere.key' } });
    await expect(wrong).rejects.toMatchObject({
      name: 'KeyFault',
      sentence: { en: '/nowhere.key cannot be read' },
    });
    expect((await pool.verify(vector('sm2-variant.xml'), options)).ok).toBe(true);
  });

  it('gives a thread up that hangs, as with a key on a share that is gone, and goes on with another', async () => {
    // Whoever opens it to read waits for somebody to write.
    const key = join(folder, 'stuck.key');
    execFileSync('mkfifo', [key]);
    // Long enough for the first message of a fresh thread, also on a busy machine.
    const other = new SigningPool({ threads: 1, patienceMs: 3_000 });
    const stuck = other.sign(vector('rsa-variant.xml'), { signer: { ...signer, key } });
    await expect(stuck).rejects.toThrow('has not answered');
    expect((await other.verify(vector('sm2-variant.xml'), options)).ok).toBe(true);
    closeSync(openSync(key, constants.O_WRONLY | constants.O_NONBLOCK));
    await other.close();
  });

  it('rejects what is left when it is closed', async () => {
    const other = new SigningPool({ threads: 1 });
    const left = Promise.allSettled(names.map((name) => other.verify(vector(`${name}.xml`))));
    await other.close();
    expect((await left).map(({ status }) => status)).toEqual(names.map(() => 'rejected'));
    await expect(other.verify(new Uint8Array())).rejects.toThrow('closed');
  });
});
