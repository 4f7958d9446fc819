import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from '../../kit/icon';
import { Sideways } from '../../kit/sideways';
import { shortName } from '../../household/household.rules';
import { day } from '../../words/format';
import { doerOf } from '../about.rules';
import { chosenAt, headDate, nextOpen, step, type Chosen, type Line, type Place } from './matrix.layout.rules';
import { Bracket, LineWords, RowState } from './matrix.parts';
import { useWet } from './wet.data';
import { Shape, useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './matrix.module.css';

const nameOf = ({ row, line, column, index }: Place) => `${row}.${line}.${column}.${index}`;
export const focusPlace = (place: Place): void => {
  document.querySelector<HTMLElement>(`[data-place="${nameOf(place)}"]`)?.focus();
};
const isSame = (one: Place, other: Place) => nameOf(one) === nameOf(other);

/** Measures against laws, as a grid: one stop for Tab, arrows walk, Enter chooses, `+` adds, `N` goes to what is open. */
export function MatrixTable({
  at,
  chosen,
  goTo,
  onAdd,
}: {
  at: Place;
  chosen: Place | null;
  goTo: (place: Place) => void;
  onAdd: (chosen: Chosen) => void;
}) {
  const { plan, rows, agencies, catalogue, canWrite, choose } = useWet();
  const { say, language } = useWetWords();
  const { lawName, groundName } = useNames();
  const laws = plan.matrix?.laws ?? [];

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const walk = (place: Place) => {
      event.preventDefault();
      goTo(place);
    };
    if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') walk(step(rows, at, event.key));
    else if (event.key.toLowerCase() === 'n') {
      const next = nextOpen(rows, at);
      const found = next && chosenAt(rows, next);
      if (!next || !found) return;
      walk(next);
      choose(found);
    } else if (event.key === '+' && canWrite) {
      const here = chosenAt(rows, at);
      if (!here) return;
      event.preventDefault();
      onAdd(here.kind === 'contradiction' || here.kind === 'proposed' ? { kind: 'measure', measure: here.measure } : here);
    }
  };
  const stop = (place: Place, className: string | undefined, children: ReactNode) => {
    const what = chosenAt(rows, place);
    return (
      <button
        key={nameOf(place)}
        type="button"
        data-place={nameOf(place)}
        tabIndex={isSame(place, at) ? 0 : -1}
        className={`${styles.stop} ${className ?? ''}`}
        aria-pressed={chosen !== null && isSame(place, chosen)}
        onClick={() => what && choose(what)}
        onFocus={() => !isSame(place, at) && goTo(place)}
      >
        {children}
      </button>
    );
  };

  return (
    <Sideways className={styles.scroll}>
      <table
        role="grid"
        aria-label={say('caption')}
        aria-describedby="wet-help"
        onKeyDown={keys}
        className={`${styles.matrix} ${laws.length > 8 ? styles.many : ''}`}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {say('measure')}{' '}
              <span className={styles.seen}>
                {say('laws', { count: laws.length })} · {say('headDate')}
              </span>
            </th>
            {laws.map((law) => {
              const cited = plan.grounds.filter((ground) => ground.law === law);
              const seen = headDate(
                cited.map(({ provision }) => catalogue.provisions.get(provision)?.seenOn ?? undefined),
                plan.planOn,
              );
              const unsure = cited.some(({ inForce }) => inForce === 'NOT_ESTABLISHED' || inForce === 'NOT_IN_FORCE');
              return (
                <th key={law} scope="col">
                  {lawName(law)}
                  {cited.length > 0 && (
                    <span className={`${styles.seen} ${seen.old || unsure || !seen.on ? styles.warn : ''}`}>
                      {seen.on && day(seen.on, language)} {seen.old ? say('old') : (unsure || !seen.on) && say('unsure')}
                    </span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        {rows.map(({ row, lines }, at) => {
          const measure = plan.measures.find(({ id }) => id === row.measureId);
          return (
            <tbody key={row.measureId}>
              <tr>
                <th scope="row" rowSpan={1 + lines.length} className={styles.head}>
                  {stop(
                    { row: at, line: -1, column: 0, index: 0 },
                    styles.measure,
                    <>
                      <span className={styles.number}>{at + 1}</span>
                      <b>{measure?.result}</b>
                      <span className={styles.who}>
                        <span>{measure && doerOf(shortName(agencies.get(measure.involvementId) ?? ''), measure.owner)}</span>
                        <RowState row={row} lines={lines} />
                      </span>
                    </>,
                  )}
                </th>
                {row.cells.map(({ law, grounds, groundMissing, struckOut }, column) => (
                  <td key={law} className={groundMissing ? styles.missing : undefined}>
                    {grounds.map(({ groundId, limitUnanswered }, index) => {
                      const ground = plan.grounds.find(({ id }) => id === groundId);
                      if (!ground) return null;
                      return stop(
                        { row: at, line: -1, column: column + 1, index },
                        limitUnanswered ? styles.waits : undefined,
                        <>
                          <Shape role={ground.role} />
                          <span>
                            <span className="heard">{groundName(ground)}</span>
                            <span aria-hidden="true">
                              <b>{ground.article}</b> {ground.lid && <small>{say('lid', { lid: ground.lid })}</small>}
                            </span>
                            {limitUnanswered && <span className="heard">, {say('unanswered')}</span>}
                          </span>
                          {limitUnanswered && <Icon name="bolt" size={13} />}
                        </>,
                      );
                    })}
                    {grounds.length === 0 &&
                      stop(
                        { row: at, line: -1, column: column + 1, index: 0 },
                        groundMissing ? styles.needed : styles.none,
                        groundMissing ? (
                          <>
                            <span className="heard">{lawName(law)} </span>
                            {say('needsGround')}
                          </>
                        ) : (
                          <>
                            <span aria-hidden="true">{struckOut === null ? '·' : '×'}</span>
                            <span className="heard">
                              {lawName(law)} {struckOut === null ? say('notTouched') : say('struck')}
                            </span>
                          </>
                        ),
                      )}
                  </td>
                ))}
              </tr>
              {lines.map((line, index) => (
                <LineRow key={line.id} line={line} laws={laws.length}>
                  {stop(
                    { row: at, line: index, column: 1, index: 0 },
                    styles.line,
                    <LineWords line={line} measure={row.measureId} />,
                  )}
                </LineRow>
              ))}
            </tbody>
          );
        })}
      </table>
    </Sideways>
  );
}

/** The bracket from cell to cell, and its words from where it begins; in the last columns the words end where the table ends. */
function LineRow({ line, laws, children }: { line: Line; laws: number; children: ReactNode }) {
  const begin = Math.min(line.from, Math.max(0, laws - 5));
  return (
    <tr className={styles.lineRow}>
      <td colSpan={laws}>
        <Bracket line={line} columns={laws} />
        <div className={styles.words}>
          <svg
            viewBox={`0 0 ${Math.max(1, begin)} 1`}
            preserveAspectRatio="none"
            width={`${(begin / laws) * 100}%`}
            height="1"
            aria-hidden="true"
          />
          {children}
        </div>
      </td>
    </tr>
  );
}
