import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { ParcelStanding } from './ParcelStanding.tsx';
import { lookForParcel, type Parcel } from './queries.ts';
import './consumer.css';

/** Anybody: where a parcel is, by its number and the end of a telephone number. */
export function ParcelPage() {
  const { t } = useTexts();
  const [number, setNumber] = useState('');
  const [phone, setPhone] = useState('');
  const looking = useMutation({ mutationFn: lookForParcel });
  const look = (event: FormEvent): void => {
    event.preventDefault();
    looking.mutate({ number: number.trim(), phone });
  };
  return (
    <div className="consumer-page">
      <PageHead title={t('consumer.parcel.title')} intro={t('consumer.parcel.intro')} />
      <form className="panel consumer-form" onSubmit={look}>
        <Field
          id="parcel-number"
          label={t('consumer.parcel.number')}
          hint={t('consumer.parcel.numberHint')}
          required
        >
          {(control) => (
            <input
              {...control}
              className="field code"
              minLength={6}
              maxLength={60}
              autoComplete="off"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Field
          id="parcel-phone"
          label={t('consumer.parcel.phone')}
          hint={t('consumer.parcel.phoneHint')}
          required
        >
          {(control) => (
            <input
              {...control}
              className="field code"
              inputMode="numeric"
              pattern="\d{4}"
              maxLength={4}
              autoComplete="off"
              value={phone}
              onChange={(event) => setPhone(event.target.value.replace(/\D/g, ''))}
            />
          )}
        </Field>
        <Button kind="primary" type="submit" busy={looking.isPending}>
          {t('consumer.parcel.look')}
        </Button>
      </form>
      <div aria-live="polite">
        {looking.data && <Found parcel={looking.data} />}
        {looking.error && <Trouble error={looking.error} onRetry={() => looking.reset()} />}
      </div>
    </div>
  );
}

function Found({ parcel }: { readonly parcel: Parcel }) {
  const { t } = useTexts();
  const { state, words, since, platform, carrier } = parcel;
  return (
    <section className="panel">
      <ParcelStanding state={state} words={words} />
      <dl className="consumer-facts">
        {platform && <Fact name={t('consumer.parcel.platform')}>{platform}</Fact>}
        {carrier && <Fact name={t('consumer.parcel.carrier')}>{carrier}</Fact>}
        {since && (
          <Fact name={t('consumer.parcel.since')}>
            <Moment at={since} />
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
