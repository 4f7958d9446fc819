import { nameIn, useLists } from '../data/lists';
import { graphql, readFragment, type FragmentOf } from '../data/graphql';
import { Empty } from '../kit/states';
import { Tag } from '../kit/marks';
import { money } from '../words/format';
import { lengthOf, payersPicture } from './payers.rules';
import { usePayersWords } from './payers.words';
import styles from './payers.module.css';

export const COMPARED = graphql(`
  fragment Compared on PlanComparison {
    horizonMonths
    unpricedCount
    payers {
      payer
      asNowCents
      breakthroughCents
      savingCents
      provisional
    }
  }
`);

/** As now beside breakthrough, per payer: who invests and who gains. Its title says what it shows; the table holds every amount. */
export function Payers({ comparison }: { comparison: FragmentOf<typeof COMPARED> | null }) {
  const { say, language } = usePayersWords();
  const lists = useLists();
  const compared = readFragment(COMPARED, comparison);
  if (!compared?.payers.length) return <Empty>{say('none')}</Empty>;

  const picture = payersPicture(compared.payers);
  const euros = (cents: bigint) => money(String(cents), language);
  const headline = (cents: bigint) => money(String(cents < 0n ? -cents : cents), language, { headline: true });
  const provisional = new Set(compared.payers.filter((one) => one.provisional).map(({ payer }) => payer));
  const outcome = { saving: headline(picture.saving), months: compared.horizonMonths };
  const title = say(picture.saving > 0n ? 'saves' : picture.saving < 0n ? 'costs' : 'same', outcome);
  const who =
    picture.invested > 0n
      ? say('investsAndGains', { invested: headline(picture.invested), gained: headline(picture.gained) })
      : picture.gained > 0n && say('onlyGains', { gained: headline(picture.gained) });

  return (
    <figure className={styles.payers}>
      <figcaption>
        <h3 className={styles.title}>{title}</h3>
        {who && <p>{who}.</p>}
        <p className={styles.legend}>
          <span className={styles.keyNow} aria-hidden="true" /> {say('asNow')}
          <span className={styles.keyThen} aria-hidden="true" /> {say('breakthrough')}
        </p>
      </figcaption>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('payer')}</th>
              <td className={styles.bars}>
                <span className="heard">{say('picture', { title })}</span>
              </td>
              <th scope="col" className={styles.amount}>
                {say('asNow')}
              </th>
              <th scope="col" className={styles.amount}>
                {say('breakthrough')}
              </th>
              <th scope="col" className={styles.amount}>
                {say('difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {picture.bars.map(({ payer, asNow, breakthrough, saving }) => (
              <tr key={payer}>
                <th scope="row">
                  {nameIn(lists?.payers, payer, language)}
                  {provisional.has(payer) && <> ({say('provisional')})</>}
                </th>
                <td className={styles.bars} aria-hidden="true">
                  <svg viewBox="0 0 1000 40" preserveAspectRatio="none" className={styles.chart}>
                    <rect className={styles.now} x="0" y="4" height="14" width={lengthOf(asNow, picture.largest)} />
                    <rect className={styles.then} x="0" y="22" height="14" width={lengthOf(breakthrough, picture.largest)} />
                  </svg>
                </td>
                <td className={styles.amount}>{euros(asNow)}</td>
                <td className={styles.amount}>{euros(breakthrough)}</td>
                <td className={styles.amount}>
                  {saving === 0n ? (
                    say('unchanged')
                  ) : (
                    <>
                      <Tag tone={saving > 0n ? 'open' : 'warn'}>{say(saving > 0n ? 'gains' : 'invests')}</Tag>{' '}
                      {euros(saving > 0n ? saving : -saving)}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('total')}</th>
              <td className={styles.bars} />
              <td className={styles.amount}>{euros(picture.asNow)}</td>
              <td className={styles.amount}>{euros(picture.breakthrough)}</td>
              <td className={styles.amount}>{euros(picture.saving)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="quiet small">
        {say('expected')} {compared.unpricedCount > 0 && say('unpriced', { count: compared.unpricedCount })}
      </p>
    </figure>
  );
}
