import { Global, Module } from '@nestjs/common';
import { HouseholdReference } from './household.reference';
import { HouseholdReferenceResolver } from './household.reference.resolver';
import { WhoLookedService } from './who-looked.service';

@Global()
@Module({
  providers: [HouseholdReference, HouseholdReferenceResolver, WhoLookedService],
  exports: [HouseholdReference],
})
export class HouseholdModule {}
