import { useState, type FormEvent, type ReactNode } from 'react';
import { act } from '../../data/act';
import { useTyped } from '../../data/typed';
import { Button } from '../../kit/button';
import { Explain } from '../../kit/explain';
import { Choice, TextArea } from '../../kit/field';
import type { Term } from '../../kit/glossary.words';
import { useKitWords } from '../../kit/kit.words';
import { Tag } from '../../kit/marks';
import { Refusal } from '../../kit/reasons';
import { day } from '../../words/format';
import { doerOf } from '../about.rules';
import { AddGround } from './add.ground';
import { proposalId, type Chosen } from './matrix.layout.rules';
import { OneLine } from './one.line';
import { OwnClash } from './own.clash';
import { patternsOf } from './rooms.rules';
import { TakeOver } from './take.over';
import { ADD_CONTRADICTION, ADD_GROUND, DISMISS, STRIKE_OUT, useActs, WITHDRAW } from './wet.acts';
import { useWet, type Ground, type MatrixRow, type Role } from './wet.data';
import { Shape, useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './panel.module.css';

const TONES = { ROOM: 'open', LIMIT: 'knot', PROTECTION: 'accent', PROCEDURE: 'quiet', PURPOSE: 'quiet' } as const;

/** What is chosen in the matrix: what it says, what it runs into, what usually gives room, and the acts. */
export function Panel({ chosen, adding }: { chosen: Chosen; adding: boolean }) {
  const { rows } = useWet();
  const row = rows.find((one) => one.row.measureId === chosen.measure)?.row;
  if (!row) return null;
  if (chosen.kind === 'ground') return <OfGround id={chosen.ground} row={row} adding={adding} />;
  if (chosen.kind === 'contradiction') return <OfContradiction id={chosen.contradiction} row={row} />;
  if (chosen.kind === 'proposed') return <OfProposal id={chosen.id} row={row} />;
  if (chosen.kind === 'cell') return <OfCell law={chosen.law} row={row} adding={adding} />;
  return <OfMeasure row={row} adding={adding} />;
}

const lawsOf = (row: MatrixRow) =>
  row.cells.filter(({ groundMissing, grounds }) => groundMissing || grounds.length > 0).map(({ law }) => law);

function Title({ role, term, children }: { role?: Role; term?: Term; children: ReactNode }) {
  const { say } = useWetWords();
  return (
    <div className="explained">
      <h2 id="wet-chosen" tabIndex={-1} className={styles.title}>
        {role && <Shape role={role} />}
        <span>{children}</span>
        {role && <Tag tone={TONES[role]}>{say(`role.${role}`)}</Tag>}
      </h2>
      {term && <Explain term={term} />}
    </div>
  );
}

function OfGround({ id, row, adding }: { id: string; row: MatrixRow; adding: boolean }) {
  const { plan, catalogue, canWrite } = useWet();
  const { say, language } = useWetWords();
  const { groundName, byId, patternName } = useNames();
  const ground = plan.grounds.find((one) => one.id === id);
  if (!ground) return null;
  const known = catalogue.provisions.get(ground.provision);
  const clashes = plan.contradictions.filter(({ a, b }) => a === id || b === id);
  const openClashes = clashes.filter((one) => isOpen(row, one.id));
  const answeredBy = plan.grounds.filter(({ answers }) => answers.includes(id));
  const isWaiting = row.cells.some(({ grounds }) => grounds.some((one) => one.groundId === id && one.limitUnanswered));
  const here: Chosen = { kind: 'ground', measure: row.measureId, law: ground.law ?? '', ground: id };
  return (
    <>
      <Title role={ground.role} term="roles">
        {groundName(ground)}
      </Title>
      {ground.summary && <p>{ground.summary[language]}</p>}
      <dl className={styles.facts}>
        <Fact term={say('argued')}>{ground.argument}</Fact>
        {clashes.length > 0 && (
          <Fact term={say('clashes')}>
            {clashes.map(({ id: clash, a, b, pattern }) => (
              <span key={clash} className={styles.clash}>
                {byId(a === id ? b : a)}
                {patternName(pattern) && `: ${patternName(pattern)}`}
              </span>
            ))}
          </Fact>
        )}
        {ground.role === 'LIMIT' && (
          <Fact term={say('answeredBy')}>
            {answeredBy.length ? (
              answeredBy.map(groundName).join(', ')
            ) : isWaiting ? (
              <Tag tone="warn">{say('noAnswer')}</Tag>
            ) : (
              '-'
            )}
          </Fact>
        )}
        {ground.answers.length > 0 && <Fact term={say('answers')}>{ground.answers.map(byId).join(', ')}</Fact>}
        <Fact term={say('valid')}>{say(`force.${ground.inForce}`, { day: day(ground.validOn, language) })}</Fact>
        <Fact term={say('text')}>
          {known?.seenOn ? say('seenOn', { day: day(known.seenOn, language) }) : say('notSeen')}{' '}
          {known?.lidFromMemory && say('fromMemory')}
        </Fact>
        {known?.note && <Fact term={say('note')}>{known.note}</Fact>}
        {ground.overrideReason && <Fact term={say('differs')}>{ground.overrideReason}</Fact>}
      </dl>
      {canWrite && (
        <TakeOver
          key={id}
          measure={row.measureId}
          limits={isWaiting ? [ground] : []}
          contradictions={openClashes}
          patterns={patternsOf(ground.provision, lawsOf(row), catalogue)}
          touched={lawsOf(row)}
          then={here}
        />
      )}
      {canWrite && <OwnClash ground={ground} />}
      {canWrite && <More measure={row.measureId} law={ground.law ?? null} adding={adding} />}
      {canWrite && <Withdraw entry={id} measure={row.measureId} />}
    </>
  );
}

const isOpen = (row: MatrixRow, contradiction: string) =>
  row.contradictions.some(({ contradictionId, isResolved }) => contradictionId === contradiction && !isResolved);

function OfContradiction({ id, row }: { id: string; row: MatrixRow }) {
  const { plan, catalogue, canWrite } = useWet();
  const { say, language } = useWetWords();
  const { byId, patternName } = useNames();
  const clash = plan.contradictions.find((one) => one.id === id);
  if (!clash) return null;
  const pattern = clash.pattern ? catalogue.patterns.get(clash.pattern) : undefined;
  const waiting = row.cells.flatMap(({ grounds }) =>
    grounds.filter((one) => one.limitUnanswered).map(({ groundId }) => groundId),
  );
  const sides = plan.grounds.filter((one) => one.id === clash.a || one.id === clash.b);
  return (
    <>
      <Title term="clash">{patternName(clash.pattern) ?? say('against', { a: byId(clash.a), b: byId(clash.b) })}</Title>
      <Sides grounds={sides} />
      {clash.reasoning && (
        <dl className={styles.facts}>
          <Fact term={say('reasoning')}>
            {say('solvedVia', { via: clash.resolvedVia.map(byId).join(' + ') })}. {clash.reasoning}
          </Fact>
        </dl>
      )}
      {!isOpen(row, id) && pattern && <p className="small quiet">{pattern.tension[language]}</p>}
      {canWrite && (
        <TakeOver
          key={id}
          measure={row.measureId}
          limits={sides.filter((one) => waiting.includes(one.id))}
          contradictions={isOpen(row, id) ? [clash] : []}
          patterns={pattern ? [pattern] : []}
          touched={lawsOf(row)}
          then={{ kind: 'contradiction', measure: row.measureId, contradiction: id }}
        />
      )}
      {canWrite && <Withdraw entry={id} measure={row.measureId} />}
    </>
  );
}

const Sides = ({ grounds }: { grounds: readonly Ground[] }) => {
  const { language } = useWetWords();
  const { groundName } = useNames();
  return (
    <ul className={styles.sides}>
      {grounds.map((ground) => (
        <li key={ground.id}>
          <Shape role={ground.role} /> <b>{groundName(ground)}</b> {ground.summary?.[language]}
        </li>
      ))}
    </ul>
  );
};

interface Argued {
  taken: string | null;
  argument: string;
}
const NOT_ARGUED: Argued = { taken: null, argument: '' };

/** A conflict that the catalogue knows: write it down with both sides, or say why it does not play here. */
function OfProposal({ id, row }: { id: string; row: MatrixRow }) {
  const { plan, catalogue, canWrite, done } = useWet();
  const { say, language } = useWetWords();
  const { provisionName } = useNames();
  const acts = useActs();
  const { say: sayKit } = useKitWords();
  const { typed, change, sent, notKept } = useTyped<Argued>(`known conflict ${row.measureId} ${id}`, NOT_ARGUED);
  const { taken, argument } = typed;
  const [missing, setMissing] = useState(false);
  const proposal = plan.proposedContradictions?.find((one) => proposalId(one) === id);
  const pattern = proposal && catalogue.patterns.get(proposal.pattern);
  if (!proposal || !pattern) return null;
  const measure = row.measureId;
  const sides = plan.grounds.filter((ground) => proposal.groundIds.includes(ground.id));
  const own = sides[0];
  const keysOf = (side: readonly { key: string }[]) => side.map(({ key }) => key);
  const isA = own && keysOf(pattern.sideA).includes(own.provision);
  const others = keysOf(isA ? pattern.sideB : pattern.sideA);
  const has = (key: string) => plan.grounds.find((one) => one.measureId === measure && one.provision === key);
  const other = taken ?? others.find(has) ?? (others.length === 1 ? (others[0] ?? null) : null);
  const present = other ? has(other) : undefined;

  const record = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(true);
    const role = other ? catalogue.provisions.get(other)?.role : undefined;
    if (!own || !other || !role || (!present && !argument.trim())) return;
    const add = { plan: plan.id, measure, provision: other, role, argument, answers: [] };
    const b = present?.id ?? acts.keyOf(add);
    const clash = { plan: plan.id, measure, a: own.id, b, type: pattern.type, pattern: pattern.key, resolvedVia: [] };
    const key = acts.keyOf(clash);
    const parts = [
      ...(present ? [] : [() => act(ADD_GROUND, { input: add }, b)]),
      () => act(ADD_CONTRADICTION, { input: clash }, key),
    ];
    if (!(await acts.go(parts))) return;
    await sent();
    done({ kind: 'contradiction', measure, contradiction: key }, say('said.recorded'));
  };

  return (
    <>
      <Title term="clash">{pattern.title[language]}</Title>
      <p>{pattern.tension[language]}</p>
      <Sides grounds={sides} />
      {canWrite && own && (
        <form className={styles.form} onSubmit={(event) => void record(event)} noValidate>
          <Choice
            legend={say('recordWhich')}
            value={other}
            onChange={(value) => change({ taken: value })}
            options={others.map((key) => ({
              value: key,
              label: (
                <span>
                  <Shape role={catalogue.provisions.get(key)?.role ?? 'LIMIT'} /> <b>{provisionName(key)}</b>{' '}
                  {catalogue.provisions.get(key)?.words[language]} {has(key) && <Tag tone="open">{say('alreadyHere')}</Tag>}
                </span>
              ),
            }))}
          />
          {missing && !other && <p className={styles.error}>{say('chooseFirst')}</p>}
          {!present && (
            <TextArea
              label={say('why')}
              value={argument}
              onChange={(event) => change({ argument: event.target.value })}
              error={notKept.length ? sayKit('notKept') : missing && !argument.trim() ? say('argueFirst') : undefined}
            />
          )}
          <Button purpose="primary" type="submit" busy={acts.busy}>
            {say('record')}
          </Button>
          <Refusal outcome={acts.outcome} />
        </form>
      )}
      {canWrite && (
        <OneLine
          title={say('dismiss')}
          label={say('dismissWhy')}
          verb={say('dismissDo')}
          act={DISMISS}
          input={(line) => ({ plan: plan.id, measure, pattern: pattern.key, line })}
          said={say('said.dismissed')}
          then={{ kind: 'measure', measure }}
        />
      )}
    </>
  );
}

function OfCell({ law, row, adding }: { law: string; row: MatrixRow; adding: boolean }) {
  const { plan, canWrite, catalogue } = useWet();
  const { say } = useWetWords();
  const { lawName } = useNames();
  const cell = row.cells.find((one) => one.law === law);
  const measure = row.measureId;
  const struck = plan.measures.find(({ id }) => id === measure)?.struckOut.find((one) => one.law === law);
  const title = catalogue.laws.find(({ key }) => key === law)?.title;
  const kinds = [...new Set(cell?.touchedBy.map(({ kind }) => kind))];
  return (
    <>
      <Title>{lawName(law)}</Title>
      <p className="quiet">{title}</p>
      {kinds.length > 0 ? (
        <dl className={styles.facts}>
          <Fact term={say('touchedBy')}>{kinds.map((kind) => say(`touch.${kind}`)).join(', ')}</Fact>
        </dl>
      ) : (
        <p>{say('notTouched')}</p>
      )}
      {cell?.struckOut && <p>{say('struckWhy', { line: cell.struckOut })}</p>}
      {canWrite && <AddGround key={`${measure} ${law}`} measure={measure} law={law} focus={adding} />}
      {canWrite && cell?.groundMissing && (
        <OneLine
          title={say('strikeTitle')}
          label={say('strikeWhy')}
          verb={say('strikeDo')}
          act={STRIKE_OUT}
          input={(line) => ({ plan: plan.id, measure, law, line })}
          said={say('said.struck', { name: lawName(law) })}
          then={{ kind: 'cell', measure, law }}
        />
      )}
      {canWrite && struck && <Withdraw entry={struck.id} measure={measure} title={say('undoStrike')} />}
    </>
  );
}

function OfMeasure({ row, adding }: { row: MatrixRow; adding: boolean }) {
  const { plan, agencies, canWrite } = useWet();
  const { say, language } = useWetWords();
  const measure = plan.measures.find(({ id }) => id === row.measureId);
  if (!measure) return null;
  return (
    <>
      <Title>{measure.result}</Title>
      <dl className={styles.facts}>
        <Fact term={say('owner')}>{doerOf(agencies.get(measure.involvementId) ?? '', measure.owner)}</Fact>
        <Fact term={say('due')}>{day(measure.dueOn, language)}</Fact>
      </dl>
      {row.open.length > 0 && (
        <ul className={styles.open}>
          {row.open.map((reason, at) => (
            <li key={at}>{reason[language]}</li>
          ))}
        </ul>
      )}
      {canWrite && <AddGround key={row.measureId} measure={row.measureId} law={null} focus={adding} />}
    </>
  );
}

/** Another article at the same measure; opened at once after `+`. */
function More({ measure, law, adding }: { measure: string; law: string | null; adding: boolean }) {
  const { say } = useWetWords();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen || adding;
  return (
    <details className={styles.rarer} open={shown} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say('add')}</summary>
      {shown && <AddGround measure={measure} law={law} focus={adding} />}
    </details>
  );
}

function Withdraw({ entry, measure, title }: { entry: string; measure: string; title?: string }) {
  const { plan } = useWet();
  const { say } = useWetWords();
  return (
    <OneLine
      title={title ?? say('withdrawTitle')}
      label={say('withdrawWhy')}
      verb={say('withdraw')}
      act={WITHDRAW}
      input={(reason) => ({ plan: plan.id, entry, reason })}
      said={say('said.withdrawn')}
      then={{ kind: 'measure', measure }}
    />
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
);
