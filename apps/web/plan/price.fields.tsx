import { useFormContext } from 'react-hook-form';
import { useQuery } from 'urql';
import { nameIn, useLists } from '../data/lists';
import { unitName, useMoneyWords } from '../household/money.words';
import { Check, useField } from '../kit/act.form';
import { Select, TextField } from '../kit/field';
import { money } from '../words/format';
import { PayerField, SuggestField } from './plan.here';
import { PRICES } from './plan.query';
import { decimal } from './plan.rules';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

export interface Priced {
  note: string;
  unitCost: string;
  quantity: string;
  payer: string;
  oneOff: boolean;
}
export const NO_PRICE: Priced = { note: '', unitCost: '', quantity: '1', payer: '', oneOff: false };

/** The prices that can be chosen on a day, and what an act takes of a line: a price that has a payer of its own decides who pays. */
export function usePrices(on: string) {
  const [{ data }] = useQuery({ query: PRICES });
  const valid = (data?.unitCosts ?? []).filter(
    ({ enabled, validFrom, validTo }) => enabled && validFrom !== null && validFrom <= on && (validTo === null || validTo >= on),
  );
  const pricedOf = ({ note, unitCost, quantity, payer, oneOff }: Priced): Priced => ({
    ...{ note, unitCost, oneOff },
    quantity: decimal(quantity) ?? quantity,
    payer: valid.find(({ key }) => key === unitCost)?.payer ?? payer,
  });
  return { valid, pricedOf };
}

/** What was or will be paid for: what, at which price, how much, and by whom. Stands in a form of `Priced`. */
export function PriceFields({ on }: { on: string }) {
  const { say, language } = usePlanWords();
  const { say: sayMoney } = useMoneyWords();
  const lists = useLists();
  const form = useFormContext<Priced>();
  const field = useField(form);
  const isNumber = useIsNumber();
  const { valid } = usePrices(on);
  const price = valid.find(({ key }) => key === form.watch('unitCost'));
  return (
    <>
      <TextField label={say('lineNote')} {...field('note', { needed: true })} />
      <div>
        <SuggestField
          form={form}
          name="unitCost"
          label={say('linePrice')}
          placeholder={say('linePriceHint')}
          options={valid.map(({ key, name, cents, unit }) => ({
            id: key,
            label: name[language],
            more: `${money(cents, language)} ${say('per', { unit: unitName(unit, 1, sayMoney) })}`,
          }))}
        />
        {price && (
          <p className="quiet small">
            {money(price.cents, language)} {say('per', { unit: unitName(price.unit, 1, sayMoney) })}
            {price.payer && <> · {nameIn(lists?.payers, price.payer, language)}</>}
          </p>
        )}
      </div>
      <div className={styles.pair}>
        <TextField label={say('lineQuantity')} inputMode="decimal" {...field('quantity', { needed: true, validate: isNumber })} />
        <Check field={field} name="oneOff" label={say('lineOneOff')} />
      </div>
      {!price?.payer && <PayerField label={say('linePayer')} {...field('payer', { needed: true })} />}
    </>
  );
}

/** What has no price: which of the list, and in words. Stands in a form of these. */
export function UnpricedFields() {
  const { say, language } = usePlanWords();
  const field = useField(useFormContext<{ item: string; note: string }>());
  const [{ data: prices }] = useQuery({ query: PRICES });
  return (
    <>
      <Select label={say('unpricedItem')} {...field('item', { needed: true })}>
        <option value="">{say('choose')}</option>
        {prices?.unpricedItems.map(({ key, name }) => (
          <option key={key} value={key}>
            {name[language]}
          </option>
        ))}
      </Select>
      <TextField label={say('lineNote')} {...field('note', { needed: true })} />
    </>
  );
}

/** A number as people write it; nothing at all is said by `needed`. */
export function useIsNumber() {
  const { say } = usePlanWords();
  return (text: unknown): true | string => text === '' || decimal(String(text)) !== null || say('number');
}
