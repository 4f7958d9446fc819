import { Global, Module } from '@nestjs/common';
import type { BandThresholds } from './household.band.rules';
import { HouseholdActs } from './household.act';
import { BAND_THRESHOLDS, HouseholdMaps } from './household.map';
import { HouseholdReference } from './household.reference';
import { HouseholdReferenceResolver } from './household.reference.resolver';
import { HouseholdResolver } from './household.resolver';
import { HouseholdService } from './household.service';
import { Interventions } from './interventions';
import { MistakeResolver } from './mistake.resolver';
import { MistakeService } from './mistake.service';
import { PaperBooks } from './paper.load';
import { ClaimResolver, EvidenceRequestResolver, IndicationResolver, PaperResolver } from './paper.resolver';
import { PaperService } from './paper.service';
import { WhoLookedResolver } from './who-looked.resolver';
import { WhoLookedService } from './who-looked.service';

/** From where a household counts as complex, as the method describes a neighbourhood: 25 problems and 25 agencies. */
const thresholds: BandThresholds = { standardUpTo: 3, breakthroughProblems: 25, breakthroughAgencies: 25 };

/** Needs KNOWN_LAWS from the app. */
@Global()
@Module({
  providers: [
    { provide: BAND_THRESHOLDS, useValue: thresholds },
    HouseholdActs,
    HouseholdMaps,
    HouseholdReference,
    HouseholdReferenceResolver,
    HouseholdResolver,
    HouseholdService,
    Interventions,
    ClaimResolver,
    EvidenceRequestResolver,
    IndicationResolver,
    MistakeResolver,
    MistakeService,
    PaperBooks,
    PaperResolver,
    PaperService,
    WhoLookedResolver,
    WhoLookedService,
  ],
  exports: [HouseholdMaps, HouseholdReference, Interventions],
})
export class HouseholdModule {}
