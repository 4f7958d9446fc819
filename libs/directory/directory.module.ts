import { Global, Module } from '@nestjs/common';
import { DirectoryReference } from './directory.reference';
import { DirectoryReferenceResolver } from './directory.reference.resolver';
import { DirectoryResolver } from './directory.resolver';
import { DirectoryService } from './directory.service';

@Global()
@Module({
  providers: [DirectoryReference, DirectoryReferenceResolver, DirectoryService, DirectoryResolver],
  exports: [DirectoryReference],
})
export class DirectoryModule {}
