import { useQuery } from 'urql';
import { useMe } from '../data/me';
import { ActForm, Check } from '../kit/act.form';
import { TextArea } from '../kit/field';
import { day, money } from '../words/format';
import { MANDATES, useKindName } from './deviation';
import { DECIDE } from './plan.acts';
import { Part, stands, useHere } from './plan.here';
import { usePlanWords } from './plan.words';
import styles from './plan.module.css';

/** How far the mandate of the reader goes, beside what this plan commits. */
function Mandate() {
  const { say, language } = usePlanWords();
  const kindName = useKindName();
  const { plan } = useHere();
  const { person } = useMe();
  const [{ data }] = useQuery({ query: MANDATES });
  if (!data) return null;
  const own = data.mandates.filter(
    ({ personId, fromOn, toOn }) => personId === person && fromOn <= plan.planOn && plan.planOn <= toOn,
  );
  const cents = stands(plan.measures)
    .flatMap(({ shares }) => shares)
    .reduce((total, share) => total + BigInt(share.cents ?? 0), 0n);
  return (
    <div>
      {own.length === 0 && <p>{say('mandateNone', { day: day(plan.planOn, language) })}</p>}
      {own.map(({ id, maxCents, kinds }) => (
        <p key={id}>
          {say('mandateOf', {
            limit: maxCents === null ? say('mandateNoLimit') : money(maxCents, language),
            kinds: kinds.map(kindName).join(', ') || say('mandateNoKind'),
          })}
        </p>
      ))}
      <p>{say('commits', { amount: money(String(cents), language) })}</p>
    </div>
  );
}

/** The page of whoever holds the mandate: what to look at, the text, and all reasons when it cannot be. */
export function Decide() {
  const { say, language } = usePlanWords();
  const { plan } = useHere();
  const costsMore =
    (plan.warnings ?? []).some(({ code }) => code === 'NEGATIVE_RETURN') || isBelowZero(plan.comparison?.savingCents);
  return (
    <Part title={say('decide')}>
      <Mandate />
      {plan.warnings && plan.warnings.length > 0 && (
        <div>
          <h3>{say('decideWarnings')}</h3>
          <ul className={styles.list}>
            {plan.warnings.map((warning, at) => (
              <li key={at}>{warning[language]}</li>
            ))}
          </ul>
        </div>
      )}
      <ActForm
        act={DECIDE}
        start={{ text: '', signed: false }}
        input={({ text, signed }) => ({ plan: plan.id, seen: plan.version, text, negativeReturnSigned: signed })}
        button={say('decideGo')}
        said={say('saidDecide')}
        isPrimary
      >
        {(field) => (
          <>
            <TextArea label={say('decideText')} hint={say('decideHint')} rows={4} {...field('text', { needed: true })} />
            {costsMore && <Check field={field} name="signed" id="signed" label={say('decideSigned')} />}
          </>
        )}
      </ActForm>
    </Part>
  );
}

const isBelowZero = (cents: string | null | undefined): boolean => cents?.startsWith('-') ?? false;
