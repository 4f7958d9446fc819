import type { UseFormReturn } from 'react-hook-form';
import { nameIn, useLists } from '../data/lists';
import { useMe } from '../data/me';
import { ActForm, Check, Opens, useField } from '../kit/act.form';
import { Select, TextArea, TextField } from '../kit/field';
import { Tag } from '../kit/marks';
import { Sideways } from '../kit/sideways';
import { day } from '../words/format';
import {
  ADJUST_FACT,
  CORRECT_REVIEW,
  RECORD_REVIEW,
  WITHDRAW_OUTCOME,
  type After,
  type LifeScale,
  type Review,
} from './after.query';
import { useAfterWords } from './after.words';
import { Part, stands, useHere, WithdrawBy } from './plan.here';
import { decimal } from './plan.rules';
import { useIsNumber } from './price.fields';
import styles from './plan.module.css';

type Months = 'M0';
const monthsKey = (months: number) => `months.M${months}` as `months.${Months}`;

/** How the household is doing at the start and later: what was told, side by side, and what is due. */
export function Reviews({ after, scale }: { after: After; scale: LifeScale }) {
  const { say, language } = useAfterWords();
  const { holds } = useHere();
  const held = stands(after.reviews);
  const open = after.reviewsDue.filter(({ state }) => state !== 'HELD');
  const now = open.filter(({ state }) => state !== 'COMING');
  return (
    <Part title={say('reviews')} more={say('reviewsWhy')}>
      {held.length > 0 && <Told held={held} scale={scale} />}
      {open.length > 0 && (
        <ul className={styles.list}>
          {open.map(({ months, dueOn, state }) => (
            <li key={months}>
              <span className={styles.what}>
                <span>
                  {say(monthsKey(months))}{' '}
                  <Tag tone={state === 'COMING' ? 'quiet' : 'warn'} icon="clock">
                    {say(`due.${state}`, { day: day(dueOn, language) })}
                  </Tag>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {holds && open.length > 0 && (
        <Opens id="review" label={say('hold')} subtle={now.length === 0}>
          {(close) => <ReviewForm due={open} scale={scale} close={close} />}
        </Opens>
      )}
    </Part>
  );
}

function Told({ held, scale }: { held: readonly Review[]; scale: LifeScale }) {
  const { say, language } = useAfterWords();
  const { holds, plan } = useHere();
  const lists = useLists();
  const told = held.toSorted((one, other) => one.months - other.months);
  const domains = (lists?.lifeDomains ?? []).filter(({ key }) =>
    told.some(({ scores }) => scores.some((one) => one.domain === key)),
  );
  const meaning = (score: number | undefined) =>
    score === undefined ? say('none') : `${score} ${nameIn(scale, String(score), language)}`;
  return (
    <>
      <Sideways name={say('reviews')} className={styles.lines}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('domain')}</th>
              {told.map(({ id, months, heldOn }) => (
                <th key={id} scope="col">
                  {say(monthsKey(months))} <span className="quiet small">{day(heldOn, language)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {domains.map(({ key, name }) => (
              <tr key={key}>
                <th scope="row">{name[language]}</th>
                {told.map(({ id, scores }) => (
                  <td key={id}>{meaning(scores.find(({ domain }) => domain === key)?.score)}</td>
                ))}
              </tr>
            ))}
            {(['contacts', 'hours'] as const).map((what) => (
              <tr key={what}>
                <th scope="row">{say(what)}</th>
                {told.map((one) => (
                  <td key={one.id}>
                    {shown(what === 'contacts' ? one.contactsPerMonth : one.hours, language) ?? say('unknown')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      <ul className={styles.list}>
        {told
          .filter(({ words }) => words || holds)
          .map((one) => (
            <li key={one.id}>
              <div className={styles.what}>
                <h3>{say(monthsKey(one.months))}</h3>
                {one.words && <q>{one.words}</q>}
              </div>
              {holds && (
                <div className={styles.buttons}>
                  <Opens label={say('correct')} about={say(monthsKey(one.months))} subtle>
                    {(close) => <ReviewForm review={one} scale={scale} close={close} due={[]} />}
                  </Opens>
                  {!one.closes && <WithdrawBy act={WITHDRAW_OUTCOME} entry={one.id} about={say(monthsKey(one.months))} />}
                  {one.reported && (
                    <Opens label={say('adjust')} subtle>
                      {(close) => (
                        <ActForm
                          act={ADJUST_FACT}
                          start={{ reason: '' }}
                          input={({ reason }) => ({ plan: plan.id, reason })}
                          said={say('saidAdjust')}
                          onDone={close}
                        >
                          {(field) => <TextField label={say('correctWhy')} {...field('reason', { needed: true })} />}
                        </ActForm>
                      )}
                    </Opens>
                  )}
                </div>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}

const shown = (number: string | null, language: 'nl' | 'en') =>
  number === null ? null : language === 'nl' ? number.replace('.', ',') : number;

interface Typed {
  months: string;
  heldOn: string;
  score: Record<string, string>;
  contacts: string;
  hours: string;
  words: string;
  closes: boolean;
  reason: string;
}

/** A first time to look back, or what was told wrongly, told anew: then the day and the moment stay. */
function ReviewForm({
  review,
  due,
  scale,
  close,
}: {
  review?: Review;
  due: After['reviewsDue'];
  scale: LifeScale;
  close: () => void;
}) {
  const { say, language } = useAfterWords();
  const { plan } = useHere();
  const { today } = useMe();
  const start: Typed = {
    months: String(review?.months ?? due[0]?.months ?? 0),
    heldOn: review?.heldOn ?? today,
    score: Object.fromEntries(review?.scores.map(({ domain, score }) => [domain, String(score)]) ?? []),
    contacts: shown(review?.contactsPerMonth ?? '', language) ?? '',
    hours: shown(review?.hours ?? '', language) ?? '',
    words: review?.words ?? '',
    closes: review?.closes ?? false,
    reason: '',
  };
  const toldOf = ({ score, contacts, hours, words, closes }: Typed) => ({
    plan: plan.id,
    scores: Object.entries(score).flatMap(([domain, given]) => (given ? [{ domain, score: Number(given) }] : [])),
    contactsPerMonth: contacts ? (decimal(contacts) ?? contacts) : null,
    hours: hours ? (decimal(hours) ?? hours) : null,
    words: words || null,
    closes,
  });
  const said = say('saidReview');
  if (review)
    return (
      <ActForm
        act={CORRECT_REVIEW}
        start={start}
        input={(typed) => ({ ...toldOf(typed), review: review.id, reason: typed.reason })}
        said={said}
        onDone={close}
      >
        {(field, form) => (
          <>
            <TextField label={say('correctWhy')} {...field('reason', { needed: true })} />
            <ReviewFields form={form} scale={scale} />
          </>
        )}
      </ActForm>
    );
  return (
    <ActForm
      act={RECORD_REVIEW}
      start={start}
      input={(typed) => ({ ...toldOf(typed), months: Number(typed.months), heldOn: typed.heldOn })}
      said={said}
      onDone={close}
    >
      {(field, form) => (
        <>
          <div className={styles.pair}>
            <Select label={say('which')} {...field('months')}>
              {due.map(({ months }) => (
                <option key={months} value={months}>
                  {say(monthsKey(months))}
                </option>
              ))}
            </Select>
            <TextField label={say('heldOn')} type="date" max={today} {...field('heldOn', { needed: true })} />
          </div>
          <ReviewFields form={form} scale={scale} />
        </>
      )}
    </ActForm>
  );
}

function ReviewFields({ form, scale }: { form: UseFormReturn<Typed>; scale: LifeScale }) {
  const { say, language } = useAfterWords();
  const lists = useLists();
  const field = useField(form);
  const isNumber = useIsNumber();
  return (
    <>
      <fieldset className={styles.checks}>
        <legend>{say('scores')}</legend>
        {lists?.lifeDomains
          .filter(({ scored }) => scored)
          .map(({ key, name }) => (
            <Select key={key} label={name[language]} {...field(`score.${key}`)}>
              <option value="">{say('notTalked')}</option>
              {scale.map((step) => (
                <option key={step.key} value={step.key}>
                  {step.key} {step.name[language]}
                </option>
              ))}
            </Select>
          ))}
      </fieldset>
      <div className={styles.pair}>
        <TextField
          label={say('contacts')}
          hint={say('unknownHint')}
          inputMode="decimal"
          {...field('contacts', { validate: isNumber })}
        />
        <TextField
          label={say('hours')}
          hint={say('unknownHint')}
          inputMode="decimal"
          {...field('hours', { validate: isNumber })}
        />
      </div>
      <TextArea label={say('words')} optional rows={2} {...field('words')} />
      {form.watch('months') === '12' && <Check field={field} name="closes" label={say('closes')} />}
    </>
  );
}
