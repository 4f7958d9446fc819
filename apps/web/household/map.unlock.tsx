import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from 'wouter';
import { useQuery } from 'urql';
import { useAct, type Reason } from '../data/act';
import { PLAN_DONE } from '../data/done';
import { useDraft } from '../data/drafts';
import { graphql } from '../data/graphql';
import { nameIn } from '../data/lists';
import { useMe } from '../data/me';
import { useField } from '../kit/act.form';
import { Button } from '../kit/button';
import { Explain } from '../kit/explain';
import { Select, TextField } from '../kit/field';
import { Ring } from '../kit/icon';
import { useKitWords } from '../kit/kit.words';
import { RoleShape, Tag } from '../kit/marks';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { Stays, useHold } from '../kit/stays';
import { DeviationSelect } from '../plan/deviation';
import { capital, daysAfter, servicesFor } from './household.rules';
import type { Drawn, MapWaitRow } from './map.question';
import { useMapWords } from './map.words';
import styles from './map.module.css';

const GROUND = graphql(`
  query GroundOfWait($key: ID!) {
    provision(key: $key) {
      key
      article
      lid
      role
      summary {
        nl
        en
      }
      law {
        key
        shortTitle
      }
    }
  }
`);
const START = graphql(
  `
    mutation StartPlanFromMap($input: StartPlanInput!, $key: ID!) {
      startPlan(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);
const MEASURE = graphql(
  `
    mutation MeasureFromMap($input: AddMeasureInput!, $key: ID!) {
      addMeasure(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);

const TAKE_BACK = graphql(
  `
    mutation TakeBackFromMap($input: WithdrawFromPlanInput!, $key: ID!) {
      withdrawFromPlan(input: $input, key: $key) {
        ...PlanDone
      }
    }
  `,
  [PLAN_DONE],
);

/** So long what was just put in the plan is taken back by one press. */
const SECONDS = 30;
/** A measure is due so many days after today, unless somebody says otherwise. */
const DAYS = 14;

/** The fewest decisions that open every knot, why these, and one act that makes each a measure of the plan. */
export function Unlock({ drawn, choose }: { drawn: Drawn; choose: (way: readonly string[]) => void }) {
  const { say, language } = useMapWords();
  const { found } = drawn;
  const links = drawn.layout.knots
    .flatMap(({ ring, hanging }) =>
      [...ring, ...hanging].flatMap(({ label, next, also }) => [next, ...also].map((link) => ({ at: label, link }))),
    )
    .flatMap(({ at, link }) => {
      const wait = link?.decision ? drawn.wait(link.wait) : undefined;
      return link?.decision && wait ? [{ id: wait.id, at, decision: link.decision, wait }] : [];
    })
    .sort((a, b) => a.decision - b.decision);
  const stuck = (found.unlock?.notLiftable ?? []).filter((id) => drawn.wait(id)).length;
  return (
    <>
      <header>
        <div className="explained">
          <h2 id="panel" className={styles.panelTitle}>
            <Ring open size={20} /> {say('unlock')}
          </h2>
          <Explain term="unlock" />
        </div>
        <p className={styles.least}>{links.length > 0 ? found.unlock?.smallest.words[language] : say('free')}</p>
      </header>
      <Stays lines={links} within={(shown) => <ol className={styles.decisions}>{shown}</ol>}>
        {({ at, decision, wait }, gone) => <Decision number={decision} at={at} wait={wait} drawn={drawn} gone={gone} />}
      </Stays>
      {links.length > 0 && <OtherWays drawn={drawn} choose={choose} />}
      {stuck > 0 && <p className="small">{say('stuck', { count: stuck })}</p>}
      <Running drawn={drawn} />
    </>
  );
}

/** The other equally small ways, each as what would be decided; the map is drawn by the one that is chosen. */
function OtherWays({ drawn, choose }: { drawn: Drawn; choose: (way: readonly string[]) => void }) {
  const { say } = useMapWords();
  const name = useId();
  const { sets = [] } = drawn.found.unlock?.smallest ?? {};
  if (sets.length < 2) return null;
  const fixed = sets[0]?.filter((wait) => sets.every((set) => set.includes(wait))) ?? [];
  return (
    <details className={styles.because}>
      <summary>{say('otherWays')}</summary>
      <fieldset className={styles.ways}>
        <legend>{say('otherWaysWhy')}</legend>
        {sets.map((set, at) => (
          <label key={set.join()}>
            <input type="radio" name={name} checked={set.join() === drawn.lifted.join()} onChange={() => choose(set)} />
            <span>
              {capital(
                set
                  .filter((wait) => !fixed.includes(wait))
                  .map((wait) => drawn.wait(wait)?.what ?? '')
                  .join('; '),
              )}
              {at === 0 && <span className="quiet"> ({say('preferred')})</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** Taken back at once, without a reason to be typed: it was not meant. */
function TakeBack({ measure, number, drawn, done }: { measure: string; number: number; drawn: Drawn; done: () => void }) {
  const { say } = useMapWords();
  const back = useAct(TAKE_BACK);
  const plan = drawn.found.plan?.id ?? '';
  return (
    <>
      <Button
        purpose="secondary"
        busy={back.busy}
        onClick={() =>
          void back
            .go({ input: { plan, entry: measure, reason: say('takenBack') } })
            .then(({ kind }) => kind === 'done' && (done(), tell(say('saidBack'))))
        }
      >
        {say('takeBack')} <span className="heard">{say('decision', { number })}</span>
      </Button>
      <Refusal outcome={back.outcome} />
    </>
  );
}

function Decision({
  number,
  at,
  wait,
  drawn,
  gone,
}: {
  number: number;
  at: string;
  wait: MapWaitRow;
  drawn: Drawn;
  /** Said where somebody else lifted it while this reader was at it. */
  gone: ReactNode;
}) {
  const { say, language } = useMapWords();
  const [asks, setAsks] = useState(false);
  useHold(asks);
  /** What this reader just did here: the hands stay where they were. */
  const [just, setJust] = useState<'put' | 'takenBack' | null>(null);
  useEffect(() => {
    if (just !== 'put') return;
    const timer = setTimeout(() => setJust(null), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [just]);
  const { plan } = drawn.found;
  const measure = drawn.measureOf(wait.id);
  const measureId = measure?.id;
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (just) box.current?.querySelector<HTMLElement>('[data-decision]')?.focus();
    // once for what was just done, and not again when others change something: the hands may be elsewhere by then
  }, [just, measureId]);
  const why = drawn.found.unlock?.chosen.find((one) => one.wait === wait.id)?.words[language];
  return (
    <li ref={box} className={styles.decision}>
      <div className={styles.decisionHead}>
        <span className={styles.badge} aria-hidden="true">
          {number}
        </span>
        <div>
          <h3>
            <span className="heard">{say('decision', { number })}: </span>
            {drawn.nameOf(wait.waiting)}
          </h3>
          <p className="small quiet">
            {wait.holder !== wait.waiting && `${drawn.nameOf(wait.holder)} · `}
            {say('opens', { label: at })}
          </p>
        </div>
      </div>
      <p className={styles.small}>
        {capital(wait.what ?? '')} {gone}
      </p>
      <div className={styles.reasons}>
        {wait.provision ? <Ground provision={wait.provision} /> : <p className="small quiet">{say('habit')}</p>}
        {why && (
          <details className={styles.because}>
            <summary>
              {say('why')} <span className="heard">{say('decision', { number })}</span>
            </summary>
            <p>{why}</p>
          </details>
        )}
      </div>
      {measure?.progress.state === 'DONE' && !asks ? (
        <div className={styles.in}>
          <Tag tone="warn" icon="tick">
            {say('measureDone')}
          </Tag>{' '}
          <Link href={`/huishouden/${drawn.found.id}/plan/uitvoeren`} data-decision={number}>
            {say('stillWaits')} <span className="heard">{say('decision', { number })}</span>
          </Link>
        </div>
      ) : measure && !asks ? (
        <div className={styles.in}>
          <Tag tone="open" icon="tick">
            {say('inPlan')}
          </Tag>{' '}
          <Link href={`/huishouden/${drawn.found.id}/plan`} data-decision={number}>
            {say('seePlan')} <span className="heard">{say('decision', { number })}</span>
          </Link>
          {just === 'put' && <TakeBack measure={measure.id} number={number} drawn={drawn} done={() => setJust('takenBack')} />}
        </div>
      ) : plan?.status === 'DECIDED' && !asks ? (
        <p className="small">
          {say('planDecided')}{' '}
          <Link href={`/huishouden/${drawn.found.id}/plan`} data-decision={number}>
            {say('seePlan')} <span className="heard">{say('decision', { number })}</span>
          </Link>
        </p>
      ) : asks ? (
        <MeasureForm
          wait={wait}
          drawn={drawn}
          stop={() => setAsks(false)}
          done={() => {
            setAsks(false);
            setJust('put');
          }}
        />
      ) : (
        <Button purpose="primary" data-decision={number} onClick={() => setAsks(true)}>
          {say('take')} <span className="heard">{say('decision', { number })}</span>
        </Button>
      )}
    </li>
  );
}

function Ground({ provision }: { provision: string }) {
  const { say, language } = useMapWords();
  const [{ data }] = useQuery({ query: GROUND, variables: { key: provision } });
  const ground = data?.provision;
  if (!ground) return null;
  return (
    <details className={styles.because}>
      <summary>
        <RoleShape role={ground.role} words={say(`ground.${ground.role}`)} /> {ground.law.shortTitle} {ground.article}
        {ground.lid && `.${ground.lid}`} <span className="quiet">{say(`ground.${ground.role}`)}</span>
      </summary>
      <p>{ground.summary[language]}</p>
    </details>
  );
}

/** What is known is filled in already; only the kind of help is asked. */
function MeasureForm({ wait, drawn, stop, done }: { wait: MapWaitRow; drawn: Drawn; stop: () => void; done: () => void }) {
  const { say, language } = useMapWords();
  const { say: sayKit } = useKitWords();
  const { today } = useMe();
  const start = useAct(START);
  const measure = useAct(MEASURE);
  const holder = drawn.involvement(wait.holder);
  const services = servicesFor(drawn.lists?.serviceTypes ?? [], holder?.law ?? null);
  const options = (some: typeof services.usual) =>
    some.map(({ key }) => (
      <option key={key} value={key}>
        {nameIn(drawn.lists?.serviceTypes, key, language)}
      </option>
    ));

  const form = useForm({
    defaultValues: {
      service: '',
      result: say('lifted', { agency: drawn.nameOf(wait.holder), what: wait.what ?? '' }),
      owner: holder?.contactPerson ?? holder?.agencyName ?? '',
      dueOn: daysAfter(today, DAYS),
      deviationKind: '',
    },
  });
  const draft = useDraft(form, `measure for ${wait.id}`);
  const field = useField(form);

  /** A plan is begun first where there is none; then the measure that lifts this wait. */
  const put = form.handleSubmit(async ({ deviationKind, ...typed }) => {
    const { plan } = drawn.found;
    let id = plan && plan.status !== 'STOPPED' ? plan.id : null;
    if (!id) {
      const begun = await start.go({ input: { household: drawn.found.id } });
      if (begun.kind !== 'done') return;
      id = begun.value.id;
    }
    const came = await measure.go({
      input: {
        plan: id,
        involvement: wait.holder,
        ...typed,
        lifts: [wait.id],
        problems: drawn.problem(wait.waiting) ? [wait.waiting] : (drawn.involvement(wait.waiting)?.problemIds ?? []),
        deviationKind: deviationKind || null,
      },
    });
    if (came.kind !== 'done') return;
    await draft.clear();
    tell(say('saidIn'));
    done();
  });

  const mend = ({ code }: Reason) =>
    code === 'LEAD_OR_DEPUTY_MISSING' ? { to: `/huishouden/${drawn.found.id}/plan`, words: say('nameDeputy') } : null;

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void put(event)}>
      <Select label={say('service')} autoFocus {...field('service', { needed: true })}>
        <option value="">{say('choose')}</option>
        {services.usual.length > 0 && <optgroup label={say('usual')}>{options(services.usual)}</optgroup>}
        <optgroup label={say('others')}>{options(services.other)}</optgroup>
      </Select>
      <TextField label={say('result')} {...field('result', { needed: true })} />
      <TextField label={say('owner')} {...field('owner', { needed: true })} />
      <TextField label={say('dueOn')} type="date" {...field('dueOn', { needed: true })} />
      <DeviationSelect {...field('deviationKind')} />
      {draft.notKept.length > 0 && <p>{sayKit('notKept')}</p>}
      <div className={styles.acts}>
        <Button purpose="primary" type="submit" busy={start.busy || measure.busy}>
          {say('save')}
        </Button>
        <Button
          purpose="secondary"
          onClick={() => {
            void draft.clear();
            stop();
          }}
        >
          {say('cancel')}
        </Button>
      </div>
      <Refusal outcome={start.outcome} mend={mend} />
      <Refusal outcome={measure.outcome} mend={mend} />
    </form>
  );
}

/** Help that runs, by who gives it. */
function Running({ drawn }: { drawn: Drawn }) {
  const { say, language } = useMapWords();
  const agencyOf = (involvement: string) => drawn.involvement(involvement)?.agencyId ?? '';
  const by = [...new Set(drawn.help.map(({ involvementId }) => agencyOf(involvementId)))].map((agency) =>
    drawn.help.filter(({ involvementId }) => agencyOf(involvementId) === agency),
  );
  return (
    <section className={styles.running}>
      <h3>{drawn.help.length > 0 ? say('running', { count: drawn.help.length }) : say('noHelp')}</h3>
      <ul>
        {by.map((help) => (
          <li key={help[0]?.id}>
            <b>{drawn.nameOf(help[0]?.involvementId ?? '')}</b>{' '}
            {help.map(({ service }) => nameIn(drawn.lists?.serviceTypes, service, language).toLowerCase()).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
