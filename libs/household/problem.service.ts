import { Inject, Injectable } from '@nestjs/common';
import { edited, type Operation, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { type Changed, HouseholdActs, inHousehold, inRow, keyOf, standing } from './household.act';
import { Problem } from './household.entity';
import type * as inputs from './household.inputs';
import { HouseholdReference } from './household.reference';
import * as rules from './household.rules';

@Injectable()
export class ProblemService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(HouseholdReference) private readonly reference: HouseholdReference,
  ) {}

  addProblem(operation: Operation, key: Id, input: inputs.AddProblemInput): Promise<Changed> {
    return this.acts.change(operation, 'addProblem', key, input, inHousehold(input), async (tx, map) => {
      const type = this.reference.problemType(input.type);
      refuseIf(rules.whyNotAddProblem({ ...input, id: key }, map, type, tx.today));
      const { personIds, words, sinceOn, severity, status, causedBy } = input;
      const [person, ...more] = personIds;
      // About one person: with the key of that person; about several: with that of the household.
      const owner = more.length ? keyOf(map) : { kind: 'PERSON' as const, id: person!, household: map.id };
      const { domain, dataClass } = type!;
      await tx.insert(Problem, {
        ...this.acts.stamp(tx, map, key),
        type: input.type,
        domain,
        dataClass,
        personIds,
        words: words ? await this.acts.seal(tx, map, owner, 'problem', 'words', key, words) : null,
        sinceOn: sinceOn ?? null,
        severity: severity ?? null,
        status,
        causedBy,
        version: 1,
      });
      return { subject: key };
    });
  }

  setProblemStatus(operation: Operation, key: Id, input: inputs.SetProblemStatusInput): Promise<Changed> {
    return this.acts.change(operation, 'setProblemStatus', key, input, inRow('problem', input.problem), async (tx, map) => {
      return edited(tx, Problem, standing(map, 'problems', input.problem), input.seen, { status: input.status });
    });
  }
}
