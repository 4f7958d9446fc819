import { useState } from 'react';
import { useQuery } from 'urql';
import { HOUSEHOLD_DONE } from '../data/done';
import { graphql } from '../data/graphql';
import { ActForm, Check } from '../kit/act.form';
import { Select, TextField } from '../kit/field';
import { Suggest } from '../kit/suggest';
import { findProvisions } from '../plan/wet/provision.find.rules';
import { useMapActsWords } from './map.acts.words';
import type { Drawn, MapProblemRow } from './map.question';
import { useMapWords } from './map.words';

const STATUS = graphql(
  `
    mutation SetProblemStatus($input: SetProblemStatusInput!, $key: ID!) {
      setProblemStatus(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const WAIT = graphql(
  `
    mutation TellWait($input: AddWaitInput!, $key: ID!) {
      addWait(input: $input, key: $key) {
        ...HouseholdDone
      }
    }
  `,
  [HOUSEHOLD_DONE],
);
const ARTICLES = graphql(`
  query Articles {
    laws {
      key
      shortTitle
      provisions {
        key
        article
        lid
        item
        summary {
          nl
          en
        }
      }
    }
  }
`);

const STATUSES = ['OPEN', 'IMPROVING', 'RELAPSED', 'RESOLVED'] as const;

/** How a problem stands. */
export function StatusForm({ problem, close }: { problem: MapProblemRow; close: () => void }) {
  const { say } = useMapActsWords();
  const { say: sayMap } = useMapWords();
  return (
    <ActForm
      act={STATUS}
      start={{ status: problem.status }}
      shared={[
        {
          label: say('status'),
          stands: sayMap(`state.${problem.status}`),
          now: { status: problem.status },
          read: ({ status }) => sayMap(`state.${status}`),
        },
      ]}
      input={({ status }) => ({ problem: problem.id, seen: problem.version, status })}
      button={say('save')}
      said={say('saidStatus')}
      onDone={close}
    >
      {(field) => (
        <Select label={say('status')} {...field('status')}>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {sayMap(`state.${status}`)}
            </option>
          ))}
        </Select>
      )}
    </ActForm>
  );
}

/** What has to move before this can, who could do that, and which article says so, if any does. */
export function WaitForm({ waiting, drawn, close }: { waiting: string; drawn: Drawn; close: () => void }) {
  const { say, language } = useMapActsWords();
  const [article, setArticle] = useState('');
  const [{ data }] = useQuery({ query: ARTICLES });
  const all = (data?.laws ?? []).flatMap(({ key: law, shortTitle, provisions }) =>
    provisions.map((one) => ({ ...one, law, lawTitle: shortTitle, summary: one.summary[language] })),
  );
  const { problems, involvements } = drawn.facts;
  const options = (some: readonly { id: string }[]) =>
    some
      .filter(({ id }) => id !== waiting && drawn.nameOf(id))
      .map(({ id }) => (
        <option key={id} value={id}>
          {drawn.nameOf(id)}
        </option>
      ));
  return (
    <ActForm
      act={WAIT}
      start={{ for: '', holder: '', what: '', provision: '', isStuck: false }}
      input={({ holder, provision, isStuck, ...typed }) => ({
        ...typed,
        waiting,
        household: drawn.found.id,
        holder: involvements.some(({ id }) => id === typed.for) ? typed.for : holder,
        provision: provision || null,
        liftable: !isStuck,
      })}
      button={say('save')}
      said={say('saidWait')}
      onDone={close}
    >
      {(field, form) => {
        const isAgency = involvements.some(({ id }) => id === form.watch('for'));
        return (
          <>
            <Select label={say('waitFor')} {...field('for', { needed: true })}>
              <option value="">{say('choose')}</option>
              {options(problems)}
              {options(involvements)}
            </Select>
            {!isAgency && (
              <Select label={say('holder')} {...field('holder', { needed: true })}>
                <option value="">{say('choose')}</option>
                {options(involvements)}
              </Select>
            )}
            <TextField label={say('what')} hint={say('whatHint')} {...field('what', { needed: true })} />
            <Suggest
              label={say('article')}
              placeholder={say('articleHint')}
              value={article}
              onType={(text) => {
                setArticle(text);
                form.setValue('provision', '');
              }}
              suggest={(text) =>
                findProvisions(all, text).map(({ key, lawTitle, article: number, lid, summary }) => ({
                  id: key,
                  label: [lawTitle, number, lid && say('lid', { lid })].filter(Boolean).join(' '),
                  more: summary.slice(0, 60),
                }))
              }
              onTake={({ id, label }) => {
                setArticle(label);
                form.setValue('provision', id);
              }}
            />
            <Check label={say('stuck')} field={field} name="isStuck" />
          </>
        );
      }}
    </ActForm>
  );
}
