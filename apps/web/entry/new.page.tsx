import { useEffect, useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import { withoutBsn } from '../data/bsn.rules';
import { useDraft } from '../data/drafts';
import { newKey } from '../data/key';
import { useLists } from '../data/lists';
import { useMe } from '../data/me';
import { take } from '../data/outbox';
import { Button } from '../kit/button';
import { TextField } from '../kit/field';
import { Icon } from '../kit/icon';
import { useKitWords } from '../kit/kit.words';
import { useTitle } from '../shell/title';
import { useDirectory } from './directory';
import { useEntryWords } from './entry.words';
import { proposedCode } from './table.rules';
import styles from './entry.module.css';

interface Typed {
  code: string;
  people: { name: string; isChild: boolean }[];
}
const random = (below: number) => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % below;

/** A household begins with a name; everything else is said at the kitchen table. */
export default function NewHousehold() {
  const { say } = useEntryWords();
  const { say: sayKit } = useKitWords();
  const me = useMe();
  useTitle(say('newTitle'));
  useLists(); // the next page needs them, and then perhaps there is no connection
  useDirectory();
  const [, go] = useLocation();
  const [code] = useState(() => proposedCode(me.today.slice(0, 4), random));
  const form = useForm<Typed>({ defaultValues: { code, people: [{ name: '', isChild: false }] } });
  const people = useFieldArray({ control: form.control, name: 'people' });
  const draft = useDraft(form, 'new household');
  const { errors } = form.formState;
  const typed = form.watch('people');
  useEffect(() => form.setFocus('people.0.name'), [form]);

  const begin = form.handleSubmit(async ({ code: chosen, people: named }) => {
    const there = named.filter(({ name }) => name.trim());
    if (withoutBsn(named).at.length || withoutBsn(chosen).at.length) return;
    const household = newKey();
    take({
      act: 'createHousehold',
      key: household,
      household,
      label: chosen.trim(),
      input: { code: chosen.trim() },
    });
    for (const { name, isChild } of there)
      take({
        act: 'addMember',
        household,
        label: name.trim(),
        input: { household, name: name.trim(), role: isChild ? 'CHILD' : 'ADULT', fromOn: me.today },
      });
    await draft.clear();
    go(`/huishouden/${household}/keukentafel`);
  });

  return (
    <form className={styles.new} onSubmit={(event) => void begin(event)} noValidate>
      <h1>{say('newTitle')}</h1>
      <p className="quiet">{say('newWhy')}</p>
      <ul className={styles.people}>
        {people.fields.map(({ id }, at) => {
          const name = typed[at]?.name || say('nameless', { number: at + 1 });
          return (
            <li key={id} className={styles.person}>
              <TextField
                label={say('person', { number: at + 1 })}
                error={
                  draft.notKept.includes(`people.${at}.name`)
                    ? sayKit('notKept')
                    : errors.people?.[at]?.name
                      ? say('nobody')
                      : undefined
                }
                {...form.register(`people.${at}.name`, {
                  validate: (_, { people: all }) => at > 0 || all.some((one) => one.name.trim()),
                })}
              />
              <label className={styles.child}>
                <input type="checkbox" {...form.register(`people.${at}.isChild`)} aria-label={say('child', { name })} />
                <span aria-hidden="true">{say('childShort')}</span>
              </label>
              {people.fields.length > 1 && (
                <Button purpose="subtle" iconOnly iconStart={<Icon name="cross" />} onClick={() => people.remove(at)}>
                  {say('removePerson', { name })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Button
        purpose="secondary"
        type="button"
        iconStart={<Icon name="plus" />}
        onClick={() => people.append({ name: '', isChild: false }, { focusName: `people.${people.fields.length}.name` })}
      >
        {say('onePerson')}
      </Button>
      <details className={styles.code} open={Boolean(errors.code)}>
        <summary>
          {say('more')}: {form.watch('code')}
        </summary>
        <TextField
          label={say('code')}
          hint={say('codeHint')}
          maxLength={40}
          error={draft.notKept.includes('code') ? sayKit('notKept') : errors.code ? say('codeMissing') : undefined}
          {...form.register('code', { validate: (value) => value.trim() !== '' })}
        />
      </details>
      <p>
        <Button purpose="primary" type="submit">
          {say('begin')}
        </Button>
      </p>
    </form>
  );
}
