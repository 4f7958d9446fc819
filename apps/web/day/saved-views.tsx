import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useAct } from '../data/act';
import { DIRECTORY_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { Button } from '../kit/button';
import { TextField } from '../kit/field';
import { Icon } from '../kit/icon';
import { Refusal } from '../kit/reasons';
import { tell } from '../kit/said';
import { useDayWords } from './day.words';
import { addressOf, isUsual, type View } from './view.rules';
import styles from './day.module.css';

const VIEWS = graphql(`
  query SavedViews {
    savedViews {
      id
      name
      path
    }
  }
`);
const SAVE = graphql(
  `
    mutation SaveView($key: ID!, $input: SaveViewInput!) {
      saveView(key: $key, input: $input) {
        ...DirectoryIsDone
      }
    }
  `,
  [DIRECTORY_DONE],
);
const DELETE = graphql(
  `
    mutation DeleteView($key: ID!, $input: DeleteViewInput!) {
      deleteView(key: $key, input: $input) {
        ...DirectoryIsDone
      }
    }
  `,
  [DIRECTORY_DONE],
);
const AFTER_A_VIEW = { additionalTypenames: ['DirectoryDone', 'SavedView'] };

/** Addresses that somebody gave a name: one press away, and no colleague sees them. */
export function SavedViews({ view }: { view: View }) {
  const { say } = useDayWords();
  const [{ data }] = useQuery({ query: VIEWS, context: AFTER_A_VIEW });
  const [isNaming, name] = useState(false);
  const [text, setText] = useState('');
  const saving = useAct(SAVE);
  const dropping = useAct(DELETE);
  const here = addressOf(view);
  const views = data?.savedViews ?? [];
  const isSaved = views.some(({ path }) => path === here);
  const save = async () => {
    const came = await saving.go({ input: { name: text.trim(), path: here } });
    if (came.kind !== 'done') return;
    tell(say('saved', { name: text.trim() }));
    name(false);
    setText('');
  };
  const drop = async (id: string, called: string) => {
    const came = await dropping.go({ input: { view: id } });
    if (came.kind === 'done') tell(say('dropped', { name: called }));
  };
  return (
    <>
      {views.length > 0 && (
        <ul className={styles.views} aria-label={say('views')}>
          {views.map(({ id, name: called, path }) => (
            <li key={id} className={styles.view}>
              <Link href={path} aria-current={path === here ? 'true' : undefined}>
                {called}
              </Link>
              <button type="button" className={styles.drop} onClick={() => void drop(id, called)}>
                <Icon name="cross" size={12} />
                <span className="heard">{say('drop', { name: called })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Refusal outcome={dropping.outcome} />
      {!isUsual(view) && !isSaved && !isNaming && (
        <Button purpose="subtle" onClick={() => name(true)}>
          {say('saveView')}
        </Button>
      )}
      {isNaming && (
        <form
          className={styles.naming}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField
            label={say('viewName')}
            maxLength={60}
            autoFocus
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button purpose="secondary" type="submit" busy={saving.busy}>
            {say('save')}
          </Button>
          <Button
            purpose="subtle"
            onClick={() => {
              name(false);
              saving.clear();
            }}
          >
            {say('cancel')}
          </Button>
          <Refusal outcome={saving.outcome} />
        </form>
      )}
    </>
  );
}
