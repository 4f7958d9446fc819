import { useMe } from '../data/me';
import { useTitle } from '../shell/title';
import { useOthersWords } from './others.words';
import styles from './others.module.css';

const KNOWN = ['ANALYST', 'FUNCTIONAL_ADMINISTRATOR', 'PRIVACY_OFFICER'] as const;

/** Who has no page of one's own yet: what can be done today, and where. */
export default function RolePage() {
  const { say } = useOthersWords();
  const { roles } = useMe();
  useTitle(say('roleToday'));
  const mine = KNOWN.filter((role) => roles.includes(role));
  return (
    <section className={`${styles.card} ${styles.alone}`}>
      <h1>{say('roleToday')}</h1>
      {mine.length === 0 && <p>{say('roleOther')}</p>}
      {mine.map((role) => (
        <p key={role}>{say(`role${role}`)}</p>
      ))}
      <p>
        <a href="/graphql">{say('toApi')}</a>
      </p>
    </section>
  );
}
