import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pemBlocks } from '../portable/pem.ts';
import { vector, vectorPath } from './vectors.ts';

const LIBRARIES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
];

/** SoftHSM's library and the two programs that fill it (Debian: softhsm2, opensc); undefined where they are not all there. */
export function softHsm(): string | undefined {
  const library = LIBRARIES.find(existsSync);
  try {
    execFileSync('softhsm2-util', ['--version'], { stdio: 'ignore' });
    execFileSync('sh', ['-c', 'command -v pkcs11-tool'], { stdio: 'ignore' });
    return library;
  } catch {
    return undefined;
  }
}

/** A token of the label `chama` with the PIN 1234 in a folder of its own. */
export class SoftToken {
  readonly library: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'chama-token-'));

  constructor(library: string) {
    this.library = library;
    mkdirSync(join(this.#folder, 'tokens'));
    const settings = join(this.#folder, 'softhsm2.conf');
    writeFileSync(settings, `directories.tokendir = ${join(this.#folder, 'tokens')}\nlog.level = ERROR\n`);
    process.env.SOFTHSM2_CONF = settings;
    this.#util('--init-token', '--free', '--label', 'chama', '--pin', '1234', '--so-pin', '5678');
  }

  /** Puts the RSA key of the vectors and its certificate into the token, under the label `rsa`. */
  holdRsa(): void {
    const place = ['--token', 'chama', '--label', 'rsa', '--id', '01', '--pin', '1234'];
    this.#util('--import', vectorPath('rsa.key'), ...place);
    this.#certificate('rsa.pem', 'rsa');
  }

  /** A key of another curve beside the certificate of an SM2 key, both under the label `sm2`: it signs, and wrongly. */
  holdWrongCurve(): void {
    this.#tool('--keypairgen', '--key-type', 'EC:prime256v1', '--label', 'sm2');
    this.#certificate('sm2.pem', 'sm2');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #certificate(name: string, label: string): void {
    const file = join(this.#folder, `${label}.der`);
    writeFileSync(file, pemBlocks(vector(name).toString())[0]?.bytes ?? '');
    this.#tool('--write-object', file, '--type', 'cert', '--label', label);
  }

  #util(...args: string[]): void {
    execFileSync('softhsm2-util', args, { stdio: 'ignore' });
  }

  #tool(...args: string[]): void {
    const login = ['--module', this.library, '--token-label', 'chama', '--login', '--pin', '1234'];
    execFileSync('pkcs11-tool', [...login, ...args], { stdio: 'ignore' });
  }
}
