import { Inject, Injectable } from '@nestjs/common';
import { edited, type Operation, refuseIf } from '@doorbraak/access';
import { DirectoryReference } from '@doorbraak/directory';
import type { Id } from '@doorbraak/kernel';
import type { Tx } from '@doorbraak/platform';
import { type Changed, type Home, HouseholdActs, inHousehold, inRow, keyOf, standing } from './household.act';
import { AgencyInvolvement, Intervention, Wait } from './household.entity';
import type * as inputs from './household.inputs';
import { KNOWN_LAWS, type KnownLaws } from './household.ports';
import * as rules from './household.rules';
import { Interventions } from './interventions';

/** Agencies that are involved, the help they give, and what waits for what. */
@Injectable()
export class AgencyService {
  constructor(
    @Inject(HouseholdActs) private readonly acts: HouseholdActs,
    @Inject(DirectoryReference) private readonly directory: DirectoryReference,
    @Inject(KNOWN_LAWS) private readonly laws: KnownLaws,
    @Inject(Interventions) private readonly interventions: Interventions,
  ) {}

  addInvolvement(operation: Operation, key: Id, input: inputs.AddInvolvementInput): Promise<Changed> {
    return this.acts.change(operation, 'addInvolvement', key, input, inHousehold(input), async (tx, map) => {
      const { agency: agencyId, law, lawNote, payer, payerNote, fromOn, toOn, problemIds, contactPerson } = input;
      const agency = await agencyOf(tx, map, agencyId);
      const known = {
        agency: Boolean(agency),
        law: await this.laws.isLaw(tx, map.municipalityId, law ?? ''),
        payer: Boolean(this.directory.payer(payer ?? '')),
      };
      refuseIf(rules.whyNotAddInvolvement({ ...input, agencyId }, map, known));
      await tx.query('insert into agency_presence (municipality_id, agency_id) values ($1, $2) on conflict do nothing', [
        map.municipalityId,
        agencyId,
      ]);
      await tx.insert(AgencyInvolvement, {
        ...this.acts.stamp(tx, map, key, law),
        agencyId,
        agencyType: agency!.type,
        law: law ?? null,
        lawNote: lawNote ?? null,
        payer: payer ?? null,
        payerNote: payerNote ?? null,
        fromOn,
        toOn: toOn ?? null,
        problemIds,
        contactPerson: contactPerson ?? null,
        version: 1,
      });
      return { subject: key };
    });
  }

  /** One link comes or goes, whatever else changed: two people who each link something both get it, so no version need be named. */
  linkProblem(operation: Operation, key: Id, input: inputs.LinkProblemInput): Promise<Changed> {
    return this.acts.change(operation, 'linkProblem', key, input, inRow('involvement', input.involvement), async (tx, map) => {
      const { problem, linked } = input;
      const involvement = standing(map, 'involvements', input.involvement);
      refuseIf(rules.whyNotLinkProblem(problem, map));
      const { id, version, problemIds } = involvement;
      if (problemIds.includes(problem) === linked) return { subject: id, version };
      return edited(tx, AgencyInvolvement, involvement, version, {
        problemIds: linked ? [...problemIds, problem] : problemIds.filter((one) => one !== problem),
      });
    });
  }

  endInvolvement(operation: Operation, key: Id, input: inputs.EndInvolvementInput): Promise<Changed> {
    return this.acts.change(operation, 'endInvolvement', key, input, inRow('involvement', input.involvement), async (tx, map) => {
      const involvement = standing(map, 'involvements', input.involvement);
      refuseIf(rules.whyNotEnd(involvement, input.toOn));
      return edited(tx, AgencyInvolvement, involvement, input.seen, { toOn: input.toOn });
    });
  }

  addIntervention(operation: Operation, key: Id, input: inputs.AddInterventionInput): Promise<Changed> {
    return this.acts.change(operation, 'addIntervention', key, input, inHousehold(input), async (tx, map) => {
      const { service, involvement: involvementId, problemIds, fromOn, toOn } = input;
      await this.interventions.start(tx, map, { id: key, service, involvementId, problemIds, fromOn, toOn });
      return { subject: key };
    });
  }

  endIntervention(operation: Operation, key: Id, input: inputs.EndInterventionInput): Promise<Changed> {
    return this.acts.change(
      operation,
      'endIntervention',
      key,
      input,
      inRow('intervention', input.intervention),
      async (tx, map) => {
        const intervention = standing(map, 'interventions', input.intervention);
        refuseIf(rules.whyNotEnd(intervention, input.toOn));
        return edited(tx, Intervention, intervention, input.seen, { toOn: input.toOn });
      },
    );
  }

  addWait(operation: Operation, key: Id, input: inputs.AddWaitInput): Promise<Changed> {
    return this.acts.change(operation, 'addWait', key, input, inHousehold(input), async (tx, map) => {
      const { waiting, for: first, holder: holderId, what, provision, liftable, sinceOn } = input;
      const isProvision = await this.laws.isProvision(tx, map.municipalityId, provision ?? '');
      refuseIf(rules.whyNotAddWait({ ...input, holderId }, map, isProvision, tx.today));
      const isProblem = (id: Id) => map.problems.some((problem) => problem.id === id);
      await tx.insert(Wait, {
        ...this.acts.stamp(tx, map, key),
        ...(isProblem(waiting) ? { waitingProblemId: waiting } : { waitingInvolvementId: waiting }),
        ...(isProblem(first) ? { forProblemId: first } : { forInvolvementId: first }),
        holderId,
        what: await this.acts.seal(tx, map, keyOf(map), 'wait', 'what', key, what),
        provision: provision ?? null,
        liftable,
        sinceOn: sinceOn ?? null,
        version: 1,
      });
      return { subject: key };
    });
  }

  liftWait(operation: Operation, key: Id, input: inputs.LiftWaitInput): Promise<Changed> {
    return this.acts.change(operation, 'liftWait', key, input, inRow('wait', input.wait), async (tx, map) => {
      const wait = standing(map, 'waits', input.wait);
      refuseIf(rules.whyNotLiftWait(wait, input.liftedOn, tx.today));
      return edited(tx, Wait, wait, input.seen, { liftedOn: input.liftedOn });
    });
  }
}

async function agencyOf(tx: Tx, { municipalityId }: Home, id: Id): Promise<{ type: string } | undefined> {
  const [agency] = await tx.query<{ type: string }>(
    'select type from agency where id = $1 and (municipality_id is null or municipality_id = $2)',
    [id, municipalityId],
  );
  return agency;
}
