import { Global, Module } from '@nestjs/common';
import { LawCatalogue } from './law.catalogue';
import { ConflictPatternResolver, LawResolver, ProvisionResolver } from './law.resolver';
import { OwnLaws } from './own.laws';
import { OwnLawResolver } from './own.resolver';
import { OwnLawService } from './own.service';

@Global()
@Module({
  providers: [LawCatalogue, LawResolver, ProvisionResolver, ConflictPatternResolver, OwnLaws, OwnLawResolver, OwnLawService],
  exports: [LawCatalogue, OwnLaws],
})
export class LawModule {}
