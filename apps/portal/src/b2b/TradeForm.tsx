import { Amount, Picked, YesOrNo } from '../adviser/pieces.tsx';
import { useTexts } from '../i18n/index.ts';
import { type AskedTrade, data, flags, hasOf, words } from './trade.ts';

interface TradeFormProps {
  readonly asked: AskedTrade;
  readonly onChange: (change: { [Key in keyof AskedTrade]?: AskedTrade[Key] | undefined }) => void;
}

/** What is known of the trade, and what customs has of it. */
export function TradeForm({ asked, onChange }: TradeFormProps) {
  const { t } = useTexts();
  const has = hasOf(asked.has);
  const labelOf = (flag: (typeof flags)[number]) =>
    flag === 'pilotZone' ? t('b2b.pilotZone') : t(`adviser.flags.${flag}`);
  return (
    <form className="panel adviser-question" onSubmit={(event) => event.preventDefault()}>
      <Picked
        id="b2b-contract"
        label={t('b2b.contract')}
        value={asked.contract}
        options={words.contract.map((word) => [word, t(`b2b.contracts.${word}`)])}
        onChange={(contract) => onChange({ contract })}
      />
      <Picked
        id="b2b-ships-to"
        label={t('b2b.shipsTo')}
        value={asked.shipsTo}
        options={words.shipsTo.map((word) => [word, t(`b2b.places.${word}`)])}
        onChange={(shipsTo) => onChange({ shipsTo })}
      />
      <Picked
        id="b2b-buyer"
        label={t('b2b.buyer')}
        value={asked.buyer}
        options={words.buyer.map((word) => [word, t(`adviser.buyers.${word}`)])}
        onChange={(buyer) => onChange({ buyer })}
      />
      <Amount
        id="b2b-value"
        label={t('b2b.value')}
        value={asked.value}
        onChange={(value) => onChange({ value })}
      />
      {flags.map((flag) => (
        <YesOrNo
          key={flag}
          label={labelOf(flag)}
          value={asked[flag]}
          onChange={(value) => onChange({ [flag]: value })}
        />
      ))}
      <fieldset className="b2b-has">
        <legend>{t('b2b.has')}</legend>
        {data.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={has.includes(one)}
              onChange={({ target }) => {
                const next = target.checked ? [...has, one] : has.filter((other) => other !== one);
                onChange({ has: next.length > 0 ? next.join(',') : undefined });
              }}
            />{' '}
            {t(`b2b.data.${one}`)}
          </label>
        ))}
      </fieldset>
    </form>
  );
}
