import type { Page } from 'playwright-core';
import type { Platform } from './platform.ts';
import type { ShownPage } from './shown-page.ts';

const owner = '5301363602';
const accepted = 'aaaaaaaa-0000-4000-8000-000000000001';

/** A certificate that has answered for a list of the stories told, and one that waits for customs. */
export async function keepCertificates({ database }: Platform): Promise<void> {
  await database.run(
    `insert into goods_certificates.certificate (owner, certificate_id, kind, number, issuer, gcode, origin, valid_from,
       valid_to, state, filed_by, filed_at, decided_by, decided_at, reason)
     values ($1, $2, 'ENTRY-INSPECTION', '530000126000117', '昆明海关', '15042000', '119', '2026-03-01', '2026-08-31',
         'accepted', 'chief', '2026-03-01T01:00:00Z', 'officer', '2026-03-01T02:00:00Z', '与检验检疫系统一致'),
       ($1, gen_random_uuid(), 'ENTRY-INSPECTION', '530000126000118', '昆明海关', '0902', null, '2026-03-05',
         '2026-09-04', 'filed', 'chief', '2026-03-05T01:00:00Z', null, null, null)`,
    [owner, accepted],
  );
  await database.run(
    `insert into goods_certificates.use (owner, certificate_id, order_no, ebp_code, attempt, requirement, recognition,
       quantity, at) values ($1, $2, 'D260310S01A', $1, 1, 'MARKET-HEALTH-FOOD', 'CR-ENTRY-HEALTH-FOOD', 0,
       '2026-03-10T02:00:00Z')`,
    [owner, accepted],
  );
}

const openForm = async (page: Page): Promise<void> => {
  await page.locator('.page-actions button').last().click();
  await page.locator('dialog .field').first().waitFor();
};

/** Certificates of goods, as their holder and as the agency that accepts them see them. */
export const certificatePages: readonly ShownPage[] = [
  { name: 'certificates', path: '/goods-certificates', as: 'enterprise' },
  { name: 'certificates-none', path: '/goods-certificates?stand=refused', as: 'enterprise' },
  { name: 'certificate-file', path: '/goods-certificates', as: 'enterprise', prepare: openForm },
  { name: 'certificate', path: `/goods-certificates/${accepted}`, as: 'enterprise' },
  {
    ...{ name: 'certificate-refuse', path: '/goods-certificates?stand=filed', as: 'officer' },
    prepare: async (page) => {
      await page.locator('[data-shortcut=row]').first().click();
      await page.locator('.certificates-facts').waitFor();
      await page.locator('.page-actions button').first().click();
      await page.locator('dialog .field').first().waitFor();
    },
  },
];
