import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago } from '../ui/Moment.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { StateTag } from '../ui/StateTag.tsx';
import { type Search, search } from './queries.ts';
import { useTold } from './useTold.ts';
import './desk.css';

type Page = components['schemas']['DeskSearchPage'];

const names = ['number', 'enterprise', 'goods', 'from', 'to', 'idNumber', 'reason'] as const;
type Typed = Readonly<Partial<Record<(typeof names)[number], string>>>;

function wishOf({ number, enterprise, goods, from, to, idNumber, reason }: Typed): Search {
  return {
    ...(number && { number }),
    ...(enterprise && { enterprise }),
    ...(goods && { goods }),
    ...(from && { from }),
    ...(to && { to }),
    ...(idNumber && reason && { buyer: { idNumber, reason } }),
  };
}

/** Lists of the whole zone; what is typed stays out of the address, since it may be a person's number. */
export function SearchPage() {
  const { t } = useTexts();
  const [typed, setTyped] = useState<Typed>({});
  const [pages, setPages] = useState<readonly Page[]>();
  const told = useTold();
  const ask = (before: readonly Page[], cursor?: string) =>
    told(
      search({ ...wishOf(typed), ...(cursor && { cursor }) }).then((page) => {
        setServerNow(page.now);
        setPages([...before, page]);
      }),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask([]);
  };
  const next = pages?.at(-1)?.next;
  const rows = pages?.flatMap(({ items }) => items) ?? [];
  return (
    <section className="desk-page">
      <Link to="/desk" className="back">
        {t('desk.back')}
      </Link>
      <PageHead title={t('desk.search.title')} intro={t('desk.search.intro')} />
      <form className="desk-search" onSubmit={submit}>
        {names.map((name) => (
          <Field
            key={name}
            id={`search-${name}`}
            label={t(`desk.search.${name}`)}
            required={name === 'reason' && Boolean(typed.idNumber)}
            hint={name === 'reason' ? t('desk.search.reasonHint') : undefined}
          >
            {(control) => (
              <input
                {...control}
                className="field"
                autoComplete="off"
                type={name === 'from' || name === 'to' ? 'date' : 'text'}
                value={typed[name] ?? ''}
                onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <div className="form-actions">
          <Button kind="primary" type="submit">
            {t('desk.search.find')}
          </Button>
        </div>
      </form>
      {pages && rows.length === 0 && <Empty title={t('desk.search.none')} hint={t('desk.search.noneHint')} />}
      {rows.length > 0 && <Found rows={rows} />}
      {next && <Button onClick={() => void ask(pages ?? [], next)}>{t('desk.search.more')}</Button>}
    </section>
  );
}

function Found({ rows }: { readonly rows: Page['items'] }) {
  const { t } = useTexts();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="sr-only">{t('desk.search.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lists.state')}</th>
            <th scope="col">{t('lists.number')}</th>
            <th scope="col">{t('lists.firms')}</th>
            <th scope="col">{t('lists.goods')}</th>
            <th scope="col">{t('lists.buyer')}</th>
            <th scope="col" className="figure">
              {t('lists.received')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.ebpCode} ${row.orderNo}`}>
              <td>
                <StateTag state={row.state} />
              </td>
              <th scope="row">
                <Link
                  to="/desk/cases/$ebpCode/$orderNo"
                  params={{ ebpCode: row.ebpCode, orderNo: row.orderNo }}
                  className="row-link"
                >
                  {row.orderNo}
                </Link>
              </th>
              <td>{row.ebcName}</td>
              <td>{row.firstGoodsName}</td>
              <td>{row.buyerName}</td>
              <td className="figure quiet">
                <Ago at={row.receivedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
