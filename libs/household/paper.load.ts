import { Inject, Injectable } from '@nestjs/common';
import { type Operation, partWithdrawn } from '@doorbraak/access';
import { type Id, type LocalDate, yearFrom } from '@doorbraak/kernel';
import { loadAggregate, oncePer, rowsOf, Secrets, type Tx, type WrappedKey } from '@doorbraak/platform';
import type { ProofFacts } from './indication.rules';
import * as rows from './paper.entity';
import { VISIBLE } from './household.visibility';

const of = (table: keyof typeof VISIBLE) => `${VISIBLE[table]} and household_id = $1`;
const PARTS = {
  letters: { entity: rows.Letter, where: of('letter'), order: 't.due_on, t.received_on, t.id' },
  attachments: { entity: rows.Attachment, where: of('attachment') },
  spendingRoom: { entity: rows.SpendingRoom, where: of('spending_room'), order: 't.from_on' },
  evidence: { entity: rows.Evidence, where: of('evidence'), order: 't.received_on, t.id' },
  evidenceRequests: { entity: rows.EvidenceRequest, where: of('evidence_request'), order: 't.asked_on, t.id' },
  proofs: rowsOf<ProofFacts>(
    'select id, person_id as "personId", kind, purposes, valid_until as "validUntil" from gate.proofs_of_own_indications($1)',
  ),
  indications: { entity: rows.Indication, where: of('indication'), order: 't.from_on, t.id' },
  looks: { entity: rows.IndicationLook, where: of('indication_look'), order: 't.on_day' },
  claims: { entity: rows.DebtClaim, where: of('debt_claim') },
  actions: { entity: rows.ClaimAction, where: of('claim_action'), order: 't.on_day, t.id' },
  contactYears: { entity: rows.ContactYear, where: of('contact_year'), order: 't.from_on, t.id' },
  keys: rowsOf<WrappedKey>(`
    select municipality_id as "municipalityId", id, subject_kind as "subjectKind", subject_id as "subjectId", wrapped
    from person_key where ${VISIBLE.person_key} and (household_id = $1 or subject_id in (select e.person_id from evidence e where e.household_id = $1))`),
};
type Papers = Omit<Awaited<ReturnType<typeof loadAggregate<typeof PARTS>>>, 'keys' | 'proofs'>;

/** The papers of one household, as far as this actor may see them. It lives in memory for one request. */
export class PaperBook implements Omit<Papers, 'looks' | 'actions' | 'attachments'> {
  letters: rows.Letter[];
  spendingRoom: rows.SpendingRoom[];
  evidence: rows.Evidence[];
  evidenceRequests: rows.EvidenceRequest[];
  indications: rows.Indication[];
  claims: rows.DebtClaim[];
  contactYears: rows.ContactYear[];
  /** For an agency, which sees no evidence: the proofs that its own indications rest on. */
  proofs: ProofFacts[];
  /** What was withdrawn as a mistake: in no list, and nothing is judged by it. */
  withdrawn: Papers;

  /** Told for the household as a whole, or else the sum of what was told per agency. */
  get contactsPerYear(): { fromOn: LocalDate; toOn: LocalDate; count: number }[] {
    return [...new Set(this.contactYears.map(({ fromOn }) => fromOn))].map((fromOn) => {
      const told = this.contactYears.filter((one) => one.fromOn === fromOn);
      const whole = told.find(({ involvementId }) => involvementId === null);
      return { fromOn, toOn: yearFrom(fromOn), count: whole?.count ?? told.reduce((sum, { count }) => sum + count, 0) };
    });
  }
}

/** Reads all papers of a household with one statement, when something of them is asked. */
@Injectable()
export class PaperBooks {
  private readonly once = oncePer((tx, household) => this.load(tx, household));

  constructor(@Inject(Secrets) private readonly secrets: Secrets) {}

  async load(tx: Tx, household: Id): Promise<PaperBook> {
    const { keys, proofs, ...found } = await loadAggregate(tx, PARTS, [household]);
    const wrapped = new Map(keys.map((key) => [key.id, key]));
    const open = (
      table: string,
      column: string,
      { municipalityId: tenant, id: row }: rows.Letter | rows.Evidence,
      sealed: string | null,
    ) => (sealed === null ? null : this.secrets.open(wrapped, { tenant, table, column, row }, sealed));
    for (const letter of found.letters) letter.demand = open('letter', 'demand', letter, letter.demand);
    for (const one of found.evidence) one.issuedBy = open('evidence', 'issued_by', one, one.issuedBy);
    const { standing, withdrawn } = partWithdrawn(found);
    const { looks, actions, attachments, ...papers } = standing;
    // Of a letter that was withdrawn its files went along; they are among what was withdrawn.
    for (const letter of found.letters) letter.attachments = attachments.filter(({ letterId }) => letterId === letter.id);
    for (const indication of found.indications)
      indication.looks = looks.filter(({ indicationId }) => indicationId === indication.id);
    for (const claim of found.claims) claim.actions = actions.filter(({ claimId }) => claimId === claim.id);
    return Object.assign(new PaperBook(), papers, { proofs, withdrawn });
  }

  /** For what one question or act answers with, read once; an act that judges reads for itself. */
  async of(operation: Operation, household: { id: Id }): Promise<PaperBook> {
    return this.once(await operation.read(), household.id);
  }
}
