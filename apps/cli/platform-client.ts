import { OperatorError } from '#postgres';
import { environment } from './environment.ts';
import { KeyFile } from './key-file.ts';

/** How commands speak to a running platform. */
export interface Platform {
  readonly url: string;
  /** The key given by option or environment, else the saved one of this enterprise; of any, where only one is saved. */
  keyFor(customsCode: string | undefined): string | undefined;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export async function platformOf(options: {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
}): Promise<Platform> {
  const { port, dataFolder } = environment();
  const url = (options.url || process.env.CHAMA_URL || `http://127.0.0.1:${port}`).replace(/\/$/, '');
  const given = options.key || process.env.CHAMA_KEY || undefined;
  const saved = await new KeyFile(dataFolder).read();
  const [only] = saved.size === 1 ? saved.values() : [];
  return {
    url,
    keyFor: (customsCode) => given ?? (customsCode === undefined ? only : saved.get(customsCode)),
    fetch: async (path, init) => {
      try {
        return await fetch(`${url}${path}`, init);
      } catch (error) {
        throw new OperatorError(
          {
            zh: `无法连接 ${url}；请先用 npm start 启动平台，或用 --url 指定地址。`,
            en: `Nothing answers at ${url}; start the platform with npm start, or name another by --url.`,
          },
          error,
        );
      }
    },
  };
}
