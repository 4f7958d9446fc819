import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { ACCOUNT_DIRECTORY, IDENTITIES, signIn, type AccountDirectory, type Identities } from '@doorbraak/access';
import { Metrics, nestLogger, type Configuration } from '@doorbraak/platform';
import { ApiModule } from './api.module';
import { inputPipe } from './input.pipe';
import { playground } from './playground';
import { requestLimits } from './request.limits';
import { requestLog } from './request.log';
import { web } from './web';

/**
 * The api, complete but not yet listening, so that a demo or a test can put more behind the same port. It leaves signals alone: who
 * starts it also knows in which order to stop.
 */
export async function createApi(
  configuration: Configuration,
  before?: (app: NestExpressApplication) => void,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(configuration), {
    logger: nestLogger,
    bodyParser: false,
    abortOnError: false,
  });
  // Longer than a balancer or client keeps an idle connection: a request that meets a closing one would be lost.
  app.getHttpServer().keepAliveTimeout = 65_000;
  app.disable('x-powered-by');
  app.use(requestLog(app.get(Metrics)), helmet());
  if (configuration.NODE_ENV !== 'production') app.use(playground());
  app.use(...requestLimits);
  app.useGlobalPipes(inputPipe());
  before?.(app);
  app.use(signIn(configuration, app.get<AccountDirectory>(ACCOUNT_DIRECTORY), app.get<Identities>(IDENTITIES)));
  app.use(web());
  await app.init();
  return app;
}
