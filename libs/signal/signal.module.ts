import { Global, Module } from '@nestjs/common';
import { BottleneckResolver } from './bottleneck.resolver';
import { PrecedentResolver } from './precedent.resolver';
import { PrecedentService } from './precedent.service';
import { SignalBooks } from './signal.load';
import { SignalResolver } from './signal.resolver';
import { SignalService } from './signal.service';
import { PlanStageResolver } from './stage.resolver';

@Global()
@Module({
  providers: [
    BottleneckResolver,
    PlanStageResolver,
    PrecedentResolver,
    PrecedentService,
    SignalBooks,
    SignalResolver,
    SignalService,
  ],
  exports: [SignalBooks],
})
export class SignalModule {}
