import { shortName } from '../../household/household.rules';
import { doerOf } from '../about.rules';
import { LineWords, RowState } from './matrix.parts';
import { chosenAt, type Place } from './matrix.layout.rules';
import { useWet } from './wet.data';
import { Shape, useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './matrix.module.css';

/** The same on a small screen: a card per measure, its laws below each other, its conflicts as sentences. */
export function MatrixCards({ chosen }: { chosen: Place | null }) {
  const { plan, rows, agencies, choose } = useWet();
  const { say } = useWetWords();
  const { lawName, groundName } = useNames();
  const press = (place: Place) => {
    const what = chosenAt(rows, place);
    const isChosen = chosen !== null && JSON.stringify(what) === JSON.stringify(chosenAt(rows, chosen));
    return { type: 'button', 'aria-pressed': isChosen, onClick: () => what && choose(what) } as const;
  };
  return (
    <ol className={styles.cards}>
      {rows.map(({ row, lines }, at) => {
        const measure = plan.measures.find(({ id }) => id === row.measureId);
        return (
          <li key={row.measureId} className={styles.card}>
            <h3>
              <button {...press({ row: at, line: -1, column: 0, index: 0 })} className={styles.cardHead}>
                {at + 1}. {measure?.result}
              </button>
            </h3>
            <p className="quiet small">
              {measure && doerOf(shortName(agencies.get(measure.involvementId) ?? ''), measure.owner)}{' '}
              <RowState row={row} lines={lines} />
            </p>
            <dl className={styles.cardLaws}>
              {row.cells.map(({ law, grounds, groundMissing, struckOut }, column) =>
                grounds.length || groundMissing || struckOut !== null ? (
                  <div key={law}>
                    <dt>{lawName(law)}</dt>
                    <dd>
                      {grounds.map(({ groundId, limitUnanswered }, index) => {
                        const ground = plan.grounds.find(({ id }) => id === groundId);
                        return (
                          ground && (
                            <button
                              key={groundId}
                              {...press({ row: at, line: -1, column: column + 1, index })}
                              className={`${styles.stop} ${limitUnanswered ? styles.waits : ''}`}
                            >
                              <Shape role={ground.role} />
                              <span className="heard">{groundName(ground)}</span>
                              <span aria-hidden="true">
                                <b>{ground.article}</b> {ground.lid && <small>{say('lid', { lid: ground.lid })}</small>}
                              </span>
                              {limitUnanswered && <span className={styles.tell}>{say('unanswered')}</span>}
                            </button>
                          )
                        );
                      })}
                      {grounds.length === 0 && (
                        <button
                          {...press({ row: at, line: -1, column: column + 1, index: 0 })}
                          className={`${styles.stop} ${groundMissing ? styles.needed : styles.none}`}
                        >
                          {groundMissing ? say('needsGround') : say('struck')}
                        </button>
                      )}
                    </dd>
                  </div>
                ) : null,
              )}
            </dl>
            {lines.map((line, index) => (
              <button
                key={line.id}
                {...press({ row: at, line: index, column: 1, index: 0 })}
                className={`${styles.stop} ${styles.line} ${styles[line.state] ?? ''}`}
              >
                <LineWords line={line} measure={row.measureId} long />
              </button>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
