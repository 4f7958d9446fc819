import { Global, Module } from '@nestjs/common';
import { FILES } from '@doorbraak/access';
import { AgencyResolver } from './agency.resolver';
import { AgencyService } from './agency.service';
import { AttachmentsAnew } from './attachment.anew';
import { AttachmentService } from './attachment.service';
import { ClosingResolver } from './closing.resolver';
import { ClosingService } from './closing.service';
import { ContactResolver } from './contact.resolver';
import { ContactService } from './contact.service';
import { DayPapers } from './day.papers';
import { HouseholdDigests } from './digest.service';
import { HouseholdActs } from './household.act';
import type { BandThresholds } from './household.band.rules';
import { HouseholdFiles } from './household.files';
import { BAND_THRESHOLDS, HouseholdMaps } from './household.map';
import { HouseholdReference } from './household.reference';
import { HouseholdReferenceResolver } from './household.reference.resolver';
import { HouseholdResolver } from './household.resolver';
import { HouseholdService } from './household.service';
import { Interventions } from './interventions';
import { LastLookResolver } from './last-look.resolver';
import { LastLookService } from './last-look.service';
import { LeadResolver } from './lead.resolver';
import { LeadService } from './lead.service';
import { MemberResolver } from './member.resolver';
import { MemberService } from './member.service';
import { PaperBooks } from './paper.load';
import { ClaimResolver, EvidenceRequestResolver, IndicationResolver, PaperResolver } from './paper.resolver';
import { PaperService } from './paper.service';
import { ProblemResolver } from './problem.resolver';
import { ProblemService } from './problem.service';
import { SharingResolver } from './sharing.resolver';
import { SharingService } from './sharing.service';
import { WhoLookedResolver } from './who-looked.resolver';
import { WhoLookedService } from './who-looked.service';
import { WithdrawResolver } from './withdraw.resolver';
import { WithdrawService } from './withdraw.service';

/** From where a household counts as complex, as the method describes a neighbourhood: 25 problems and 25 agencies. */
const thresholds: BandThresholds = { standardUpTo: 3, breakthroughProblems: 25, breakthroughAgencies: 25 };

/** Needs KNOWN_LAWS and RELIANCE from the app. */
@Global()
@Module({
  providers: [
    { provide: BAND_THRESHOLDS, useValue: thresholds },
    { provide: FILES, useClass: HouseholdFiles },
    AgencyResolver,
    AgencyService,
    AttachmentsAnew,
    AttachmentService,
    ClaimResolver,
    ClosingResolver,
    ClosingService,
    ContactResolver,
    ContactService,
    DayPapers,
    EvidenceRequestResolver,
    HouseholdActs,
    HouseholdDigests,
    HouseholdMaps,
    HouseholdReference,
    HouseholdReferenceResolver,
    HouseholdResolver,
    HouseholdService,
    IndicationResolver,
    Interventions,
    LastLookResolver,
    LastLookService,
    LeadResolver,
    LeadService,
    MemberResolver,
    MemberService,
    PaperBooks,
    PaperResolver,
    PaperService,
    ProblemResolver,
    ProblemService,
    SharingResolver,
    SharingService,
    WhoLookedResolver,
    WhoLookedService,
    WithdrawResolver,
    WithdrawService,
  ],
  exports: [AttachmentService, DayPapers, FILES, HouseholdDigests, HouseholdMaps, HouseholdReference, Interventions],
})
export class HouseholdModule {}
