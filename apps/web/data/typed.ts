import { useForm, type DefaultValues, type FieldValues, type Path, type PathValue } from 'react-hook-form';
import { useDraft } from './drafts';

/** What somebody types into a small form, kept on the device under a name until it is sent: see `useDraft`. `empty` never changes. */
export function useTyped<Typed extends FieldValues>(name: string, empty: DefaultValues<Typed> & Typed) {
  const form = useForm<Typed>({ defaultValues: empty });
  const { clear, notKept } = useDraft(form, name);
  const change = (part: Partial<Typed>): void => {
    for (const [field, value] of Object.entries(part))
      form.setValue(field as Path<Typed>, value as PathValue<Typed, Path<Typed>>, { shouldDirty: true });
  };
  const sent = async (): Promise<void> => {
    await clear();
    form.reset(empty);
  };
  return { typed: form.watch(), change, sent, notKept };
}
