import { KeyFault } from '../../portable/key-fault.ts';

/** A PKCS#11 function: answers 0 for done, else the number of what is wrong. */
interface Call {
  (...args: unknown[]): number;
  /** Runs beside the main thread; the last argument is told. */
  readonly async: (...args: unknown[]) => void;
}

type Koffi = typeof import('koffi').default;

/** Functions used, and their arguments: `b` a byte, `n` an unsigned long, `p` a pointer. */
const FUNCTIONS = {
  C_Initialize: 'p',
  C_Finalize: 'p',
  C_GetSlotList: 'bpp',
  C_GetTokenInfo: 'np',
  C_OpenSession: 'nnppp',
  C_CloseSession: 'n',
  C_GetSessionInfo: 'np',
  C_Login: 'nnpn',
  C_FindObjectsInit: 'npn',
  C_FindObjects: 'npnp',
  C_FindObjectsFinal: 'n',
  C_GetAttributeValue: 'nnpn',
  C_SignInit: 'npn',
  C_Sign: 'npnpp',
} as const;

type FunctionName = keyof typeof FUNCTIONS;
const NUMBER = 'unsigned long';
const TYPES: Readonly<Record<string, string>> = { b: 'uint8_t', n: NUMBER, p: 'void *' };

/** Return values that say what an operator can do something about; PKCS#11 2.40, chapter 4. */
const MEANINGS: ReadonlyMap<number, readonly [zh: string, en: string]> = new Map([
  [0x30, ['设备出错', 'the device reports an error']],
  [0x32, ['设备已拔出', 'the device has been removed']],
  [0x70, ['设备不支持所设的机制', 'the device does not know the mechanism']],
  [0x71, ['机制的参数不对', 'the mechanism wants other parameters']],
  [0xa0, ['口令不对', 'the PIN is wrong']],
  [0xa4, ['口令已锁定', 'the PIN is locked']],
  [0xb3, ['会话已失效', 'the session is gone']],
  [0xe0, ['没有插入设备', 'there is no token']],
]);

const DONE = 0;
const ALREADY_INITIALIZED = 0x191;
/** CKF_OS_LOCKING_OK: signing runs on other threads. */
const LOCKING = 2;

/** A token's library, loaded once however many signers use it. */
export class Pkcs11Library {
  static readonly #loaded = new Map<string, Promise<Pkcs11Library>>();
  readonly numberBytes: number;
  readonly #koffi: Koffi;
  readonly #functions: Readonly<Record<FunctionName, Call>>;
  #users = 0;

  private constructor(koffi: Koffi, path: string) {
    this.#koffi = koffi;
    this.numberBytes = koffi.sizeof(NUMBER);
    try {
      const library = koffi.load(path);
      const functions = Object.entries(FUNCTIONS).map(([name, types]) => {
        return [
          name,
          library.func(
            name,
            NUMBER,
            [...types].map((type) => TYPES[type] ?? NUMBER),
          ),
        ];
      });
      this.#functions = Object.fromEntries(functions) as Record<FunctionName, Call>;
    } catch (cause) {
      throw new KeyFault(
        `无法加载 PKCS#11 库 ${path}`,
        `The PKCS#11 library ${path} cannot be loaded`,
        cause,
      );
    }
  }

  /** Loads and initialises a library; each caller closes it once. */
  static async open(path: string): Promise<Pkcs11Library> {
    const loaded =
      Pkcs11Library.#loaded.get(path) ?? foreignFunctions().then((koffi) => new Pkcs11Library(koffi, path));
    Pkcs11Library.#loaded.set(path, loaded);
    try {
      const library = await loaded;
      if (library.#users === 0) library.#initialise();
      library.#users += 1;
      return library;
    } catch (fault) {
      Pkcs11Library.#loaded.delete(path);
      throw fault;
    }
  }

  close(): void {
    this.#users -= 1;
    if (this.#users === 0) this.#functions.C_Finalize(null);
  }

  /** Calls a function; throws KeyFault with what its answer means. */
  call(name: FunctionName, ...args: unknown[]): void {
    check(name, this.#functions[name](...args));
  }

  /** Calls a function beside the main thread; tokens take their time. */
  callBeside(name: FunctionName, ...args: unknown[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#functions[name].async(...args, (fault: unknown, answer: number) => {
        try {
          if (fault) throw fault;
          check(name, answer);
          resolve();
        } catch (reason) {
          reject(reason);
        }
      });
    });
  }

  /** Bytes of unsigned longs, as the library of this machine has them. */
  numbers(...values: readonly (number | bigint)[]): Buffer {
    const bytes = Buffer.alloc(this.numberBytes * values.length);
    values.forEach((value, place) => {
      if (this.numberBytes === 8) bytes.writeBigUInt64LE(BigInt(value), place * 8);
      else bytes.writeUInt32LE(Number(value), place * 4);
    });
    return bytes;
  }

  numberAt(bytes: Buffer, place = 0): number {
    return this.numberBytes === 8 ? Number(bytes.readBigUInt64LE(place * 8)) : bytes.readUInt32LE(place * 4);
  }

  /** A template of attributes: number, address and length each, packed without gaps as on every platform in use. */
  template(attributes: readonly (readonly [type: number, value: Buffer])[]): Buffer {
    return Buffer.concat(
      attributes.flatMap(([type, value]) => {
        const address = Buffer.alloc(8);
        address.writeBigUInt64LE(BigInt(this.#koffi.address(value)));
        return [this.numbers(type), address, this.numbers(value.length)];
      }),
    );
  }

  #initialise(): void {
    // Four functions to lock with, which are ours to leave out; flags; reserved.
    const settings = Buffer.concat([Buffer.alloc(4 * 8), this.numbers(LOCKING), Buffer.alloc(8)]);
    const answer = this.#functions.C_Initialize(settings);
    if (answer !== ALREADY_INITIALIZED) check('C_Initialize', answer);
  }
}

async function foreignFunctions(): Promise<Koffi> {
  try {
    return (await import('koffi')).default;
  } catch (cause) {
    throw new KeyFault(
      '使用 PKCS#11 需要可选依赖 koffi，本机没有安装；请运行 npm install koffi',
      'PKCS#11 needs the optional package koffi, which is not installed here; run npm install koffi',
      cause,
    );
  }
}

function check(name: string, answer: number): void {
  if (answer === DONE) return;
  const number = `0x${answer.toString(16)}`;
  const [zh, en] = MEANINGS.get(answer) ?? ['设备拒绝', 'the token refuses'];
  throw new KeyFault(`${name}：${zh}（${number}）`, `${name}: ${en} (${number})`);
}
