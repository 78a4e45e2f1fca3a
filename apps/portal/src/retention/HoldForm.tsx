import { type FormEvent, useState } from 'react';
import { useTold } from '../desk/useTold.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { setHold } from './queries.ts';

const nothing = { orderNo: '', paperNo: '', reason: '' };
const names = ['orderNo', 'paperNo', 'reason'] as const;

/** Holds an order, or everything, past its time. */
export function HoldForm({ onHeld }: { readonly onHeld: () => void }) {
  const { t } = useTexts();
  const told = useTold();
  const [wish, setWish] = useState(nothing);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const hold = (event: FormEvent): void => {
    event.preventDefault();
    const { orderNo, ...rest } = wish;
    void told(
      setHold({ ...rest, ...(orderNo.trim() ? { orderNo: orderNo.trim() } : {}) }, key).then(() => {
        setWish(nothing);
        setKey(crypto.randomUUID());
        onHeld();
      }),
    );
  };
  return (
    <form className="form" onSubmit={hold}>
      {names.map((name) => (
        <Field
          key={name}
          id={`hold-${name}`}
          label={t(`retention.${name}`)}
          required={name !== 'orderNo'}
          {...(name === 'orderNo' ? { hint: t('retention.orderNoHint') } : {})}
        >
          {(control) => (
            <input
              {...control}
              className="field"
              maxLength={name === 'reason' ? 500 : 60}
              minLength={name === 'reason' ? 3 : 1}
              value={wish[name]}
              onChange={({ target }) => setWish({ ...wish, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <div className="form-actions">
        <Button kind="primary" type="submit">
          {t('retention.hold')}
        </Button>
      </div>
    </form>
  );
}
