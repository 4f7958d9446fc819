import { Global, Module } from '@nestjs/common';
import { DECISION_LOG } from '@doorbraak/access';
import { AuditLog } from './audit.log';

@Global()
@Module({ providers: [AuditLog, { provide: DECISION_LOG, useExisting: AuditLog }], exports: [AuditLog, DECISION_LOG] })
export class AuditModule {}
