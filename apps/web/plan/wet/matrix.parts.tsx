import { Icon } from '../../kit/icon';
import { Tag } from '../../kit/marks';
import { proposalId, type Line } from './matrix.layout.rules';
import { useWet, type MatrixRow } from './wet.data';
import { useNames } from './wet.names';
import { useWetWords } from './wet.words';
import styles from './matrix.module.css';

/** A reasoning from several laws is what carries a measure: a tick is for two or more, with nothing open and no known conflict that nobody looked at. */
export function RowState({ row, lines }: { row: MatrixRow; lines: readonly Line[] }) {
  const { say } = useWetWords();
  const count = row.cells.filter(({ grounds }) => grounds.length > 0).length;
  const unseen = lines.filter(({ state }) => state === 'proposed').length;
  if (row.open.length) return <Tag tone="warn">{say('open', { count: row.open.length })}</Tag>;
  if (unseen > 0)
    return (
      <Tag tone="warn" icon="eye">
        {say('unseen', { count: unseen })}
      </Tag>
    );
  return count < 2 ? (
    <Tag>{say('laws', { count })}</Tag>
  ) : (
    <Tag tone="open" icon="tick">
      {say('laws', { count })}
    </Tag>
  );
}

/** Which conflict it is and how it stands, as a sentence. */
export function LineWords({ line, measure, long = false }: { line: Line; measure: string; long?: boolean }) {
  const { plan, catalogue } = useWet();
  const { say, language } = useWetWords();
  const { byId, patternName } = useNames();
  if (line.state === 'proposed') {
    const proposal = plan.proposedContradictions?.find((one) => one.measureId === measure && proposalId(one) === line.id);
    return (
      <>
        <Icon name="eye" />
        <span>
          <b>{proposal && catalogue.patterns.get(proposal.pattern)?.title[language]}</b> {say('proposed')}
        </span>
      </>
    );
  }
  const clash = plan.contradictions.find(({ id }) => id === line.id);
  if (!clash) return null;
  const sides = say('against', { a: byId(clash.a), b: byId(clash.b) });
  const name = patternName(clash.pattern);
  const via = clash.resolvedVia.map(byId).join(' + ');
  return (
    <>
      <Icon name={line.state === 'answered' ? 'tick' : 'bolt'} />
      <span>
        <b>{name ?? `${sides},`}</b> {name && <span className={long ? undefined : 'heard'}>{sides}, </span>}
        {line.state === 'answered' ? say('solvedVia', { via }) : say('unanswered')}
      </span>
    </>
  );
}

/** Drawn in columns of width one, whatever the width of the table. */
export function Bracket({ line, columns }: { line: Line; columns: number }) {
  const left = line.from + 0.15;
  const right = line.to === line.from ? left + 0.55 : line.to + 0.15;
  return (
    <svg
      className={`${styles.bracket} ${styles[line.state] ?? ''}`}
      viewBox={`0 0 ${columns} 1`}
      preserveAspectRatio="none"
      width="100%"
      height="9"
      aria-hidden="true"
    >
      <path d={`M${left} 0V.9H${right}V0`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
