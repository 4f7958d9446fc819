import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Data, DataClass, PageInfo, Refused, RowClass, WordsShape } from '@doorbraak/access';
import type { Words } from '@doorbraak/kernel';
import { PolicySignal, Precedent, PrecedentProposal } from './signal.entity';

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on a signal was not done. All reasons come at once.' })
export class SignalRefused extends Refused {}

export const SignalOutcome = createUnionType({
  name: 'SignalOutcome',
  description: 'What came of an act on a signal: the signal as it is now, or why not.',
  types: () => [PolicySignal, SignalRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? SignalRefused : PolicySignal),
});

@RowClass(DataClass.K0)
@ObjectType({ description: 'An act on a precedent was not done. All reasons come at once.' })
export class PrecedentRefused extends Refused {}

export const PrecedentOutcome = createUnionType({
  name: 'PrecedentOutcome',
  description: 'What came of an act on a precedent: the proposal as it is now, or why not.',
  types: () => [PrecedentProposal, PrecedentRefused] as const,
  resolveType: (value: object) => (value instanceof Refused ? PrecedentRefused : PrecedentProposal),
});

@RowClass(DataClass.K0)
@ObjectType({ description: 'A page of signals, the newest first.' })
export class PolicySignalConnection {
  @Data(DataClass.K0)
  @Field(() => [PolicySignal], { description: 'The signals.' })
  nodes: PolicySignal[];

  @Data(DataClass.K0)
  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;
}

@RowClass(DataClass.K0)
@ObjectType({ description: 'What was decided before in cases like this, in the whole country, with what to keep in mind.' })
export class PrecedentAnswer {
  @Data(DataClass.K0)
  @Field(() => WordsShape, { description: 'Like cases are treated alike.' })
  reminder: Words;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'How many were granted as asked.' })
  granted: number;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'How many were decided otherwise: granted in part, or not.' })
  otherwise: number;

  @Data(DataClass.K0)
  @Field(() => Int, { description: 'How many there are; on all pages together.' })
  total: number;

  @Data(DataClass.K0)
  @Field(() => [Precedent], { description: 'One page of all of them, the latest years first.' })
  nodes: Precedent[];

  @Data(DataClass.K0)
  @Field(() => [Precedent], { description: 'Those that were decided otherwise, the latest years first, at most 100.' })
  decidedOtherwise: Precedent[];

  @Data(DataClass.K0)
  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;
}
