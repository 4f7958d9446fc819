import { useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import { useQuery } from 'urql';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { useOutbox } from '../data/outbox';
import { Answer, Loading } from '../kit/states';
import { useTitle } from '../shell/title';
import { Clash } from './clash';
import { useEntryWords } from './entry.words';
import { Head } from './head';
import { Heard } from './heard';
import { KITCHEN, type Home } from './kitchen.question';
import { KitchenLine } from './line';
import { Agencies, Problems } from './problems';
import { useSitting } from './sitting';
import styles from './entry.module.css';

/** What is heard at somebody's table, typed in one line; it works without a connection, also for a household that is not sent yet. */
export default function KitchenTable() {
  const { id = '' } = useParams();
  const { entries, sent } = useOutbox();
  const isNew = entries.some(({ act, key }) => act === 'createHousehold' && key === id);
  const [began, setBegan] = useState(isNew);
  if (isNew && !began) setBegan(true);
  const [result, again] = useQuery({ query: KITCHEN, variables: { id }, pause: isNew, context: AFTER_ANY_ACT });
  const here = (one: { household: string }) => one.household === id;
  // what somebody else changed is shown beside what was typed here, and a photo that arrived can be opened
  const refused = entries.filter(here).flatMap(({ key, changes }) => (changes?.length ? [key] : []));
  const photos = sent.filter(here).filter(({ act }) => act === 'addAttachment').length;
  const news = `${refused.join()} ${photos}`;
  useEffect(() => {
    if (refused.length > 0 || photos > 0) again({ requestPolicy: 'network-only' });
  }, [news, again]);
  const home = result.data?.household ?? null;
  if (home || began) return <AtTheTable id={id} home={home} />;
  return (
    <Answer result={result} pick={() => null} again={() => again({ requestPolicy: 'network-only' })}>
      {() => null}
    </Answer>
  );
}

function AtTheTable({ id, home }: { id: string; home: Home | null }) {
  const { say } = useEntryWords();
  const sitting = useSitting(id, home);
  useTitle(say('title'), home?.code ?? '');
  if (!sitting) return <Loading />;
  return (
    <div className={styles.page}>
      <Head sitting={sitting} />
      <Clash sitting={sitting} />
      {home?.closedOn ? <p>{say('closed')}</p> : <KitchenLine sitting={sitting} />}
      <div className={styles.columns}>
        <Problems sitting={sitting} />
        <div>
          <Heard sitting={sitting} />
          <Agencies sitting={sitting} />
        </div>
      </div>
      <footer className={styles.foot}>
        <p className="quiet">{say('rest')}</p>
        <p className={styles.footActs}>
          <Link className={styles.linkButton} href="/">
            {say('stop')}
          </Link>
          <Link className={`${styles.linkButton} ${styles.primary}`} href={`/huishouden/${id}`}>
            {say('ready')}
          </Link>
        </p>
      </footer>
    </div>
  );
}
