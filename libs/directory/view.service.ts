import { Inject, Injectable } from '@nestjs/common';
import { Acts, only, type Operation, type Refused, refuseIf } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';
import { loadAggregate, type Tx } from '@doorbraak/platform';
import { DirectoryChanged } from './directory.service';
import { SavedView } from './view.entity';
import type { DeleteViewInput, SaveViewInput } from './view.inputs';
import { whyNotSave } from './view.rules';

const OWN =
  't.municipality_id = any ((select gate.tenants())::uuid[]) and t.person_id = (select gate.person()) and t.deleted_on is null';

/** Views that somebody saved. They are of the person alone, and name no household. */
@Injectable()
export class ViewService {
  constructor(@Inject(Acts) private readonly acts: Acts) {}

  async savedViews(operation: Operation): Promise<SavedView[]> {
    return this.kept(await operation.read());
  }

  saveView(operation: Operation, key: Id, { name, path }: SaveViewInput): Promise<DirectoryChanged | Refused> {
    const view = { name: name.trim(), path };
    return this.change(operation, 'saveView', key, view, async (tx, municipalityId) => {
      refuseIf(whyNotSave(view, await this.kept(tx)));
      await tx.insert(SavedView, { municipalityId, id: key, personId: tx.person, ...view });
      return { subject: key };
    });
  }

  deleteView(operation: Operation, key: Id, input: DeleteViewInput): Promise<DirectoryChanged | Refused> {
    return this.change(operation, 'deleteView', key, input, async (tx, municipalityId) => {
      const { id } = only(await this.kept(tx), input.view);
      const gone = { deletedOn: tx.today, name: null, path: null };
      await tx.manager.createQueryBuilder().update(SavedView).set(gone).where({ municipalityId, id }).execute();
      return { subject: id };
    });
  }

  private async kept(tx: Tx): Promise<SavedView[]> {
    return (await loadAggregate(tx, { views: { entity: SavedView, where: OWN, order: 'lower(t.name), t.id' } }, [])).views;
  }

  private change(
    operation: Operation,
    act: 'saveView' | 'deleteView',
    key: Id,
    input: object,
    work: (tx: Tx, tenant: Id) => Promise<{ subject: Id }>,
  ): Promise<DirectoryChanged | Refused> {
    const { municipality: tenant, today } = operation.actor;
    const at = { tenant, household: null };
    return this.acts.do(
      operation,
      { act, key, at, input },
      (tx) => work(tx, tenant),
      (_tx, { subject }) => Promise.resolve(new DirectoryChanged(subject, today)),
    );
  }
}
