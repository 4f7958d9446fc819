import { useMe } from '../data/me';
import { useShellWords } from '../shell/shell.words';
import { useTitle } from '../shell/title';

/** Where somebody begins: each role on its own first page. */
export default function Home() {
  const { say } = useShellWords();
  const me = useMe();
  useTitle(say('day'));
  return (
    <section>
      <h1>{say('noPages')}</h1>
      <p>{say('noPagesWhy')}</p>
      <p>{me.roles.join(', ')}</p>
    </section>
  );
}
