import { Args, ArgsType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Act, CurrentOperation, type Operation, WithInput } from '@doorbraak/access';
import { DirectoryOutcome } from './directory.resolver';
import { SavedView } from './view.entity';
import { DeleteViewInput, SaveViewInput } from './view.inputs';
import { ViewService } from './view.service';

@ArgsType()
class SaveViewArgs extends WithInput(SaveViewInput) {}
@ArgsType()
class DeleteViewArgs extends WithInput(DeleteViewInput) {}

@Resolver()
export class ViewResolver {
  constructor(private readonly views: ViewService) {}

  @Act('readViews')
  @Query(() => [SavedView], { description: 'The views that you saved, by name.' })
  savedViews(@CurrentOperation() operation: Operation) {
    return this.views.savedViews(operation);
  }

  @Act('saveView')
  @Mutation(() => DirectoryOutcome, {
    description: 'Save a view for yourself, at most twenty. Refused: VIEW_PATH_INVALID, BSN_IN_VIEW, VIEW_NAME_TAKEN, LIST_FULL.',
  })
  saveView(@CurrentOperation() operation: Operation, @Args() { key, input }: SaveViewArgs) {
    return this.views.saveView(operation, key, input);
  }

  @Act('deleteView')
  @Mutation(() => DirectoryOutcome, { description: 'Delete a view of yours; its name and address are gone.' })
  deleteView(@CurrentOperation() operation: Operation, @Args() { key, input }: DeleteViewArgs) {
    return this.views.deleteView(operation, key, input);
  }
}
