import { useQuery } from 'urql';
import { AFTER_ANY_ACT } from '../data/asked-again';
import { useLive } from '../data/live';
import { Answer, Empty } from '../kit/states';
import { day } from '../words/format';
import { AfterDecision } from './after';
import { AFTER } from './after.query';
import { CarryingOut, Promises, StopPlan } from './carrying';
import { Disputes } from './disputes';
import { Noes } from './noes';
import { ThisPlan, useHere } from './plan.here';
import { VERSION } from './plan.query';
import { usePlanWords } from './plan.words';

/** How the version that was decided is carried out and what came of it, also while a next one is written. */
export default function DoingStep() {
  const { say } = usePlanWords();
  const { decided, plan } = useHere();
  if (!decided) return <Empty>{say('nothingDecided')}</Empty>;
  return decided.id === plan.id ? <Doing /> : <OfVersion id={decided.id} />;
}

function OfVersion({ id }: { id: string }) {
  const { say, language } = usePlanWords();
  const here = useHere();
  const [result, again] = useQuery({ query: VERSION, variables: { id }, context: AFTER_ANY_ACT });
  // what is shown of it after the decision is asked beside it, not after it
  useQuery({ query: AFTER, variables: { plan: id }, context: AFTER_ANY_ACT });
  const refresh = () => again({ requestPolicy: 'network-only' });
  useLive({ plan: id }, refresh);
  return (
    <Answer result={result} pick={(data) => data.plan} again={refresh}>
      {(plan) => (
        <ThisPlan here={{ ...here, plan, writes: false, decides: false, refresh }}>
          <p>
            {say('ofVersion', {
              number: plan.number,
              day: plan.decidedOn ? day(plan.decidedOn, language) : '',
              next: here.plan.number,
            })}
          </p>
          <Doing />
        </ThisPlan>
      )}
    </Answer>
  );
}

function Doing() {
  const { plan } = useHere();
  return (
    <>
      {plan.status === 'DECIDED' && <CarryingOut />}
      {plan.status === 'DECIDED' && <Promises />}
      <AfterDecision />
      <Noes />
      <Disputes />
      <StopPlan />
    </>
  );
}
