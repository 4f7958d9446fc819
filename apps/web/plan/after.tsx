import { useQuery } from 'urql';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { nameIn, useLists } from '../data/lists';
import { useLive } from '../data/live';
import { ActForm, Opens } from '../kit/act.form';
import { Choice, Select, TextField } from '../kit/field';
import { Answer } from '../kit/states';
import { ADD_BOTTLENECK, AFTER, WITHDRAW_OUTCOME, type After } from './after.query';
import { useAfterWords } from './after.words';
import { Part, stands, useHere, useLaws, WithdrawBy } from './plan.here';
import { usePlanWords } from './plan.words';
import { Realised } from './realised';
import { Reviews } from './reviews';
import styles from './plan.module.css';

/** What came of a plan after it was decided: how the household is doing, what it really cost, and which rule stood in the way. */
export function AfterDecision() {
  const { plan } = useHere();
  const [result, again] = useQuery({ query: AFTER, variables: { plan: plan.id }, context: AFTER_ANY_ACT });
  const refresh = () => again({ requestPolicy: 'network-only' });
  useLive({ plan: plan.id }, refresh);
  return (
    <Answer result={result} pick={(data) => data.plan && { after: data.plan, scale: data.lifeScale }} again={refresh}>
      {({ after, scale }) => (
        <>
          <Reviews after={after} scale={scale} />
          <Realised after={after} />
          <Bottlenecks after={after} />
        </>
      )}
    </Answer>
  );
}

function Bottlenecks({ after }: { after: After }) {
  const { say } = useAfterWords();
  const { plan, holds } = useHere();
  const { article } = useLaws();
  const rules = stands(after.bottlenecks);
  const nameOf = (provision: string) => {
    const ground = plan.grounds.find((one) => one.provision === provision);
    return ground ? article(ground) : provision;
  };
  return (
    <Part title={say('bottlenecks')} term="bottleneck" more={say('bottlenecksWhy')}>
      {rules.length === 0 && <p className="quiet">{say('bottlenecksNone')}</p>}
      <ul className={styles.list}>
        {rules.map(({ id, provision, obstacle, kind }) => (
          <li key={id}>
            <div className={styles.what}>
              <h3>{nameOf(provision)}</h3>
              <p>{obstacle}</p>
              <p className="quiet">{say(`kind.${kind}`)}</p>
            </div>
            {holds && <WithdrawBy act={WITHDRAW_OUTCOME} entry={id} about={nameOf(provision)} />}
          </li>
        ))}
      </ul>
      {holds && (
        <Opens id="bottleneck" label={say('bottleneckAdd')}>
          {(close) => <BottleneckForm nameOf={nameOf} close={close} />}
        </Opens>
      )}
    </Part>
  );
}

function BottleneckForm({ nameOf, close }: { nameOf: (provision: string) => string; close: () => void }) {
  const { say } = useAfterWords();
  const { say: sayPlan, language } = usePlanWords();
  const { plan, household } = useHere();
  const lists = useLists();
  const start: { provision: string; problem: string; obstacle: string; kind: 'FIX' | 'SOLVE' } = {
    ...{ provision: '', problem: '', obstacle: '', kind: 'SOLVE' },
  };
  return (
    <ActForm
      act={ADD_BOTTLENECK}
      start={start}
      input={(typed) => ({ plan: plan.id, ...typed })}
      said={say('saidBottleneck')}
      onDone={close}
    >
      {(field, form) => (
        <>
          <div className={styles.pair}>
            <Select label={say('bottleneckRule')} {...field('provision', { needed: true })}>
              <option value="">{sayPlan('choose')}</option>
              {[...new Set(plan.grounds.map(({ provision }) => provision))].map((provision) => (
                <option key={provision} value={provision}>
                  {nameOf(provision)}
                </option>
              ))}
            </Select>
            <Select label={say('bottleneckProblem')} {...field('problem', { needed: true })}>
              <option value="">{sayPlan('choose')}</option>
              {stands(household.problems).map(({ id, type, words }) => (
                <option key={id} value={id}>
                  {words ?? nameIn(lists?.problemTypes, type, language)}
                </option>
              ))}
            </Select>
          </div>
          <TextField label={say('obstacle')} {...field('obstacle', { needed: true })} />
          <Choice
            legend={say('kindAsk')}
            options={(['SOLVE', 'FIX'] as const).map((value) => ({ value, label: say(`kind.${value}`) }))}
            value={form.watch('kind')}
            onChange={(chosen) => form.setValue('kind', chosen)}
          />
        </>
      )}
    </ActForm>
  );
}
