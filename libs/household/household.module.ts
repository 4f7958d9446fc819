import { Global, Module } from '@nestjs/common';
import { HouseholdReference } from './household.reference';
import { HouseholdReferenceResolver } from './household.reference.resolver';
import { WhoLookedResolver } from './who-looked.resolver';
import { WhoLookedService } from './who-looked.service';

@Global()
@Module({
  providers: [HouseholdReference, HouseholdReferenceResolver, WhoLookedResolver, WhoLookedService],
  exports: [HouseholdReference],
})
export class HouseholdModule {}
