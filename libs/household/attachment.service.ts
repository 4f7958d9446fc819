import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Acts, DataClass, only, type Operation, refuseIf, type Refused, type Relation } from '@doorbraak/access';
import type { Id, LocalDate } from '@doorbraak/kernel';
import { loadAggregate, rowsOf, Secrets, type Tx, type WrappedKey } from '@doorbraak/platform';
import { AttachmentsAnew } from './attachment.anew';
import { fileNameOf, typeOf, whyNotOneMore } from './attachment.rules';
import { HouseholdActs, inRow, keyOf } from './household.act';
import { VISIBLE } from './household.visibility';
import { Attachment } from './paper.entity';
import { PaperBooks } from './paper.load';

/** A file as it leaves. */
export type Served = { bytes: Buffer; type: string; name: string };

const ROW = { class: DataClass.K4, narrow: ['SHARED'] as Relation[] };
const DATA = { class: DataClass.K4, domain: 'NONE' };

const ONE = {
  rows: { entity: Attachment, where: `${VISIBLE.attachment} and withdrawn_on is null and id = $1` },
  letters: rowsOf<{ receivedOn: LocalDate }>(
    `select received_on as "receivedOn" from letter where ${VISIBLE.letter} and id = (select a.letter_id from attachment a where a.id = $1)`,
  ),
  relations: rowsOf<{ names: Relation[] }>('select gate.relations(a.household_id) as names from attachment a where a.id = $1'),
  keys: rowsOf<WrappedKey>(
    `select municipality_id as "municipalityId", id, subject_kind as "subjectKind", subject_id as "subjectId", wrapped from person_key
     where ${VISIBLE.person_key} and household_id = (select a.household_id from attachment a where a.id = $1)`,
  ),
};

/** Photos and PDFs of letters. Who sees the letter sees them, and nobody else. */
@Injectable()
export class AttachmentService {
  constructor(
    @Inject(Acts) private readonly acts: Acts,
    @Inject(HouseholdActs) private readonly household: HouseholdActs,
    @Inject(PaperBooks) private readonly books: PaperBooks,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(AttachmentsAnew) private readonly anew: AttachmentsAnew,
  ) {}

  /** It is made anew before the act, which holds the file of the household: others do not wait for a photo. */
  async add(operation: Operation, key: Id, letter: Id, bytes: Buffer): Promise<Attachment | Refused> {
    const isHere = (await inRow('letter', letter)(await operation.read())) !== undefined;
    await operation.finish();
    const made = isHere ? await this.anew.make(bytes) : []; // what is not here is refused below, as any act is
    const input = { letter, content: createHash('sha256').update(bytes).digest('hex') };
    return this.acts.do(
      operation,
      { act: 'addAttachment', key, at: inRow('letter', letter), input },
      async (tx, { tenant, household }) => {
        const home = { municipalityId: tenant, id: household! };
        const { attachments } = only((await this.books.load(tx, home.id)).letters, letter, 'LETTER_UNKNOWN');
        refuseIf([...(Array.isArray(made) ? made : []), ...whyNotOneMore(attachments)]);
        const { kind, pages, bytes: clear } = made as Exclude<typeof made, unknown[]>;
        const place = { tenant, table: 'attachment', column: 'content', row: key };
        const content = await this.secrets.sealBytes(tx, keyOf(home), place, clear);
        const row = { letterId: letter, kind, pages, bytes: clear.length, content };
        await tx.insert(Attachment, { ...this.household.stamp(tx, home, key), ...row });
        return { subject: key };
      },
      async (tx, { subject }) => (await this.found(operation, tx, subject))!.row,
    );
  }

  /** Null for what is not there, was withdrawn, or is not for this actor. */
  async read(operation: Operation, id: Id): Promise<Served | null> {
    const tx = await operation.read();
    const found = await this.found(operation, tx, id);
    const content = found && (await contentOf(tx, id));
    const { municipalityId: tenant } = found?.row ?? {};
    const bytes =
      content && tenant
        ? this.secrets.openBytes(found.keys, { tenant, table: 'attachment', column: 'content', row: id }, content)
        : null;
    if (!found || !bytes) {
      operation.miss();
      return null;
    }
    return { bytes, type: typeOf(found.row.kind), name: fileNameOf(found.receivedOn, found.row.kind) };
  }

  /** What this actor may have of it, and it counts as served. */
  private async found(operation: Operation, tx: Tx, id: Id) {
    const { rows, letters, relations, keys } = await loadAggregate(tx, ONE, [id]);
    const [row, letter] = [rows[0], letters[0]];
    if (!row || !letter) return null;
    const scope = { household: row.householdId, tenant: row.municipalityId, relations: relations[0]?.names ?? [] };
    if (!operation.mayServe(scope, ROW, DATA)) return null;
    operation.served(operation.scopeOf(operation.place(row, scope)), DATA);
    return { row, receivedOn: letter.receivedOn, keys };
  }
}

async function contentOf(tx: Tx, id: Id): Promise<Buffer | null> {
  const [row] = await tx.query<{ content: Buffer }>(`select content from attachment where ${VISIBLE.attachment} and id = $1`, [
    id,
  ]);
  return row?.content ?? null;
}
