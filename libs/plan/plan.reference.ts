import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Words } from '@doorbraak/kernel';
import { keyText, type ReferenceList, ReferenceStore, words } from '@doorbraak/platform';
import { REVERSE_TEST_STEPS } from './plan.facts';

const step = z.strictObject({
  key: z.enum(REVERSE_TEST_STEPS),
  order: z.int().min(1).max(REVERSE_TEST_STEPS.length),
  question: words,
});
const coreValue = z.strictObject({ key: keyText, value: words });
const deviationKind = z.strictObject({ key: keyText, name: words });

export type ReverseTestQuestion = z.infer<typeof step>;
/** What a law is for, by the key of the law. */
export type CoreValue = z.infer<typeof coreValue>;
/** A kind of deviation that a mandate can cover; a municipality may have others, whose key is their name. */
export type DeviationKind = z.infer<typeof deviationKind>;

const file = 'libs/plan/data/reverse-test.json';

export const REVERSE_TEST: ReferenceList<ReverseTestQuestion> = {
  name: 'reverseTestStep',
  file,
  schema: step,
  key: ['key'],
  check: (rows) =>
    REVERSE_TEST_STEPS.flatMap((key, i) =>
      rows.some((row) => row.key === key && row.order === i + 1)
        ? []
        : [{ row: key, field: 'order', message: `is not question ${i + 1}` }],
    ),
};

export const CORE_VALUES: ReferenceList<CoreValue> = {
  name: 'coreValue',
  file,
  schema: coreValue,
  key: ['key'],
  refs: { key: 'law' },
};

export const DEVIATION_KINDS: ReferenceList<DeviationKind> = {
  name: 'deviationKind',
  file: 'libs/plan/data/deviation-kinds.json',
  schema: deviationKind,
  key: ['key'],
};

export const PLAN_LISTS = [REVERSE_TEST, CORE_VALUES, DEVIATION_KINDS];

@Injectable()
export class PlanReference {
  readonly reverseTest: readonly ReverseTestQuestion[];
  readonly coreValues: readonly CoreValue[];
  readonly deviationKinds: readonly DeviationKind[];

  constructor(@Inject(ReferenceStore) store: ReferenceStore) {
    this.reverseTest = store.current(REVERSE_TEST).sort((a, b) => a.order - b.order);
    this.coreValues = store.current(CORE_VALUES);
    this.deviationKinds = store.current(DEVIATION_KINDS);
  }

  coreValue(lawKey: string): Words | undefined {
    return this.coreValues.find(({ key }) => key === lawKey)?.value;
  }

  deviationKind(key: string): Words {
    return this.deviationKinds.find((one) => one.key === key)?.name ?? { nl: key, en: key };
  }
}
