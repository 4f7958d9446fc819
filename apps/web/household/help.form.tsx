import { useQuery } from 'urql';
import { HOUSEHOLD_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { nameIn, useLists } from '../data/lists';
import { useMe } from '../data/me';
import { ActForm, Boxes, Check } from '../kit/act.form';
import { Select, TextField } from '../kit/field';
import { day } from '../words/format';
import { useHelpWords } from './help.words';
import { capital, shortName } from './household.rules';
import { unitName, useMoneyWords } from './money.words';

/** What the forms of this file need to know of a household. */
interface Helped {
  id: string;
  involvements: readonly { id: string; agencyName: string; toOn: string | null; withdrawnOn: string | null }[];
  problems: readonly { id: string; type: string; words: string | null; status: string; withdrawnOn: string | null }[] | null;
}

const ADD = graphql(
  `
    mutation AddHelp($input: AddInterventionInput!, $key: ID!) {
      addIntervention(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const PRICE = graphql(
  `
    mutation PriceHelp($input: AddInterventionCostInput!, $key: ID!) {
      addInterventionCost(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const END = graphql(
  `
    mutation EndHelp($input: EndInterventionInput!, $key: ID!) {
      endIntervention(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const PRICES = graphql(`
  query Prices {
    unitCosts {
      key
      unit
      payer
      enabled
      name {
        nl
        en
      }
    }
  }
`);

/** Help that somebody gives today; "as now" of the plan is made from it. */
export function HelpForm({ found, close }: { found: Helped; close: () => void }) {
  const { say, language } = useHelpWords();
  const { today } = useMe();
  const lists = useLists();
  const agencies = found.involvements.filter(({ toOn, withdrawnOn }) => withdrawnOn === null && (toOn === null || toOn >= today));
  const problems = (found.problems ?? []).filter(({ withdrawnOn, status }) => withdrawnOn === null && status !== 'RESOLVED');
  return (
    <ActForm
      act={ADD}
      start={{ involvement: '', service: '', fromOn: today, problemIds: [] as string[] }}
      input={(typed) => ({ household: found.id, ...typed })}
      button={say('save')}
      said={say('added')}
      onDone={close}
    >
      {(field) => (
        <>
          <Select label={say('agency')} {...field('involvement', { needed: true })}>
            <option value="">{say('choose')}</option>
            {agencies.map(({ id, agencyName }) => (
              <option key={id} value={id}>
                {capital(shortName(agencyName))}
              </option>
            ))}
          </Select>
          <Select label={say('service')} {...field('service', { needed: true })}>
            <option value="">{say('choose')}</option>
            {(lists?.serviceTypes ?? [])
              .map(({ key, name }) => ({ key, label: name[language] }))
              .toSorted((one, other) => one.label.localeCompare(other.label, language))
              .map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
          </Select>
          <TextField label={say('from')} type="date" max={today} {...field('fromOn', { needed: true })} />
          <Boxes
            legend={say('problems')}
            field={field}
            name="problemIds"
            options={problems.map(({ id, type, words }) => ({
              value: id,
              label: words ?? nameIn(lists?.problemTypes, type, language),
            }))}
          />
        </>
      )}
    </ActForm>
  );
}

interface Help {
  id: string;
  service: string;
  toOn: string | null;
  version: number;
}

/** What the help costs: a price of the list, how many, and who pays. The usual price of this help stands there already. */
export function PriceForm({ household, help, close }: { household: string; help: Help; close: () => void }) {
  const { say, language } = useHelpWords();
  const { say: sayMoney } = useMoneyWords();
  const lists = useLists();
  const [{ data }] = useQuery({ query: PRICES });
  const service = lists?.serviceTypes.find(({ key }) => key === help.service);
  if (!data || !service) return null;
  const prices = new Map(data.unitCosts.filter(({ enabled }) => enabled).map((price) => [price.key, price]));
  const usual = prices.get(service.unitCost ?? '');
  return (
    <ActForm
      act={PRICE}
      start={{ unitCost: usual?.key ?? '', quantity: '', payer: '', oneOff: service.oneOff }}
      input={({ quantity, payer, ...typed }) => ({
        ...typed,
        household,
        intervention: help.id,
        note: service.name[language],
        quantity: quantity.trim().replace(',', '.'),
        payer: prices.get(typed.unitCost)?.payer ?? payer,
      })}
      button={say('save')}
      said={say('priced')}
      onDone={close}
    >
      {(field, form) => {
        const price = prices.get(form.watch('unitCost'));
        return (
          <>
            <Select label={say('unitCost')} {...field('unitCost', { needed: true })}>
              <option value="">{say('choose')}</option>
              {[...prices.values()].map(({ key, name }) => (
                <option key={key} value={key}>
                  {name[language]}
                </option>
              ))}
            </Select>
            <TextField
              label={say(form.watch('oneOff') ? 'quantityOnce' : 'quantity')}
              hint={price && say('quantityUnit', { unit: unitName(price.unit, 2, sayMoney) })}
              inputMode="decimal"
              {...field('quantity', { needed: true, pattern: { value: /^\s*\d+([.,]\d+)?\s*$/, message: say('number') } })}
            />
            {price?.payer === null && (
              <Select label={say('payer')} {...field('payer', { needed: true })}>
                <option value="">{say('choose')}</option>
                {(lists?.payers ?? []).map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name[language]}
                  </option>
                ))}
              </Select>
            )}
            <Check label={say('oneOff')} field={field} name="oneOff" />
          </>
        );
      }}
    </ActForm>
  );
}

/** Help that stops on a day. */
export function EndForm({ help, close }: { help: Help; close: () => void }) {
  const { say, language } = useHelpWords();
  const { today } = useMe();
  return (
    <ActForm
      act={END}
      start={{ toOn: help.toOn ?? today }}
      shared={[
        {
          label: say('last'),
          stands: help.toOn ? day(help.toOn, language) : '',
          read: ({ toOn }) => day(toOn, language),
          ...(help.toOn ? { now: { toOn: help.toOn } } : {}),
        },
      ]}
      input={({ toOn }) => ({ intervention: help.id, seen: help.version, toOn })}
      button={say('end')}
      said={say('ended')}
      onDone={close}
    >
      {(field) => <TextField label={say('last')} type="date" {...field('toOn', { needed: true })} />}
    </ActForm>
  );
}
