import type { Locator, Page } from 'playwright-core';

/** The portal as a reader uses it: everything is found by its role and its name. */
export class PortalPage {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#url}${path}`);
  }

  async signIn(key: string): Promise<void> {
    const label = this.page.getByLabel('API key', { exact: true });
    if (!(await label.isVisible())) await this.page.getByText('Sign in with an API key').click();
    await label.fill(key);
    await this.page.getByRole('button', { name: 'Sign in with the key' }).click();
  }

  /** As people do: the code is asked for where the account has one. */
  async signInAs(login: string, password: string, code?: string): Promise<void> {
    await this.page.getByLabel('Login').fill(login);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    if (code === undefined) return;
    await this.page.getByLabel('Code').fill(code);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** By its whole name: "Account books" is not "No account books". */
  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  /** The row of a list in the table of lists. */
  row(orderNo: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: orderNo }) });
  }

  rows(): Locator {
    return this.page
      .getByRole('table', { name: 'Import lists, newest received first' })
      .getByRole('rowheader');
  }

  async openList(orderNo: string): Promise<void> {
    await this.page.getByRole('link', { name: orderNo, exact: true }).click();
    await this.heading(orderNo).waitFor();
  }

  async chooseState(name: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Filter by state' }).getByRole('button', { name }).click();
  }

  searchBox(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search' });
  }

  /** A part of a list's page: Decision, Papers side by side, Tax calculation, Timeline … */
  section(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  /** A row of the four papers side by side. */
  compared(label: string): Locator {
    const matrix = this.page.getByRole('table', { name: 'Order, payment, waybill and list, field by field' });
    return matrix
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) });
  }

  async chooseLanguage(name: '中文' | 'English'): Promise<void> {
    await this.page.getByRole('banner').locator('select.language').selectOption({ label: name });
  }
}
