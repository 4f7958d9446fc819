import { Field, ID, InputType } from '@nestjs/graphql';
import { IsId, Text } from '@doorbraak/access';
import type { Id } from '@doorbraak/kernel';

@InputType({ description: 'A view to keep.' })
export class SaveViewInput {
  @Text(60)
  @Field({ description: 'Its name, at most 60 characters; no other view of yours has it.' })
  name: string;

  @Text(500)
  @Field({
    description:
      'The address inside the client, at most 500 characters: begins with one `/`, holds no `//`, and no citizen service number.',
  })
  path: string;
}

@InputType({ description: 'A view to delete.' })
export class DeleteViewInput {
  @IsId()
  @Field(() => ID, { description: 'The view.' })
  view: Id;
}
