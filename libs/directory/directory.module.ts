import { Global, Module } from '@nestjs/common';
import { DirectoryReference } from './directory.reference';
import { DirectoryReferenceResolver } from './directory.reference.resolver';
import { DirectoryResolver } from './directory.resolver';
import { DirectoryService } from './directory.service';
import { ViewResolver } from './view.resolver';
import { ViewService } from './view.service';

@Global()
@Module({
  providers: [DirectoryReference, DirectoryReferenceResolver, DirectoryService, DirectoryResolver, ViewResolver, ViewService],
  exports: [DirectoryReference],
})
export class DirectoryModule {}
