import { Global, Module } from '@nestjs/common';
import { HouseholdReference } from './household.reference';
import { HouseholdReferenceResolver } from './household.reference.resolver';

@Global()
@Module({ providers: [HouseholdReference, HouseholdReferenceResolver], exports: [HouseholdReference] })
export class HouseholdModule {}
