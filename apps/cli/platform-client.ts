import { OperatorError } from '#postgres';
import { environment } from './environment.ts';
import { KeyFile } from './key-file.ts';
import { type SignedIn, SignIns } from './signed-in.ts';

/** How commands speak to a running platform. */
export interface Platform {
  readonly url: string;
  /**
   * The key given by option or environment, else the one signed in with, else the saved one of this enterprise; of any,
   * where only one is saved and nobody is signed in.
   */
  keyFor(customsCode: string | undefined): string | undefined;
  /** Asks as the person who is signed in, where the request shows no key and no cookie itself. */
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
  const signedIn = await new SignIns().read(url);
  const givenOrSignedIn = given ?? signedIn?.key;
  return {
    url,
    keyFor: (customsCode) => {
      // Who is signed in as a person asks as that person, unless an enterprise is named whose key is kept.
      if (customsCode !== undefined) return givenOrSignedIn ?? saved.get(customsCode);
      return givenOrSignedIn ?? (signedIn?.cookie ? undefined : only);
    },
    fetch: async (path, init) => {
      try {
        return await fetch(`${url}${path}`, withSession(init, signedIn, url));
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

/** A session says which page it comes from, as a browser does: that of the platform itself. */
function withSession(init: RequestInit = {}, signedIn: SignedIn | undefined, url: string): RequestInit {
  const headers = new Headers(init.headers);
  if (!signedIn?.cookie || headers.has('authorization') || headers.has('cookie')) return init;
  headers.set('cookie', signedIn.cookie);
  headers.set('origin', url);
  return { ...init, headers };
}
