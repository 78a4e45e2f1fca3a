import type { createApi } from '../server.ts';

type App = Awaited<ReturnType<typeof createApi>>['app'];

/** A browser: keeps its cookies and says that it is on a page of ours. */
export class AppBrowser {
  readonly #cookies = new Map<string, string>();
  readonly #app: App;
  readonly #address: string;

  constructor(app: App, address = '127.0.0.1') {
    this.#app = app;
    this.#address = address;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object, more: object = {}) {
    const response = await this.#app.inject({
      ...{ method, url, remoteAddress: this.#address, ...(body ? { payload: body } : {}) },
      headers: {
        ...{ 'sec-fetch-site': 'same-origin', 'user-agent': 'Test Browser', cookie: this.cookie },
        ...more,
      },
    });
    for (const { name, value } of response.cookies) this.#cookies.set(name, value);
    const json = response.body === '' ? {} : response.json();
    return {
      status: response.statusCode,
      code: json.code as string | undefined,
      json,
      headers: response.headers,
    };
  }

  signIn(login: string, password: string, code?: string) {
    return this.ask('POST', '/api/session', { login, password, ...(code ? { code } : {}) });
  }

  async role(): Promise<string> {
    return (await this.ask('GET', '/api/session')).json.role;
  }
}
