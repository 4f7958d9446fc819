import { Global, Module } from '@nestjs/common';
import { DirectoryReference } from './directory.reference';
import { DirectoryResolver } from './directory.resolver';
import { DirectoryService } from './directory.service';

@Global()
@Module({ providers: [DirectoryReference, DirectoryService, DirectoryResolver], exports: [DirectoryReference] })
export class DirectoryModule {}
