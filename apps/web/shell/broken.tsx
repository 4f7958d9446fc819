import { Component, type ReactNode } from 'react';
import { Button } from '../kit/button';
import { useShellWords } from './shell.words';

/** A fault of a page stays on that page: the menu works on, and what was typed is kept. */
export class Broken extends Component<{ children: ReactNode; place: string }, { place: string | null }> {
  override state = { place: null };

  static getDerivedStateFromError = () => ({ place: '' });

  override componentDidCatch(): void {
    this.setState({ place: this.props.place });
  }

  override componentDidUpdate(): void {
    if (this.state.place !== null && this.state.place !== '' && this.state.place !== this.props.place)
      this.setState({ place: null });
  }

  override render(): ReactNode {
    return this.state.place === null ? this.props.children : <BrokenPage />;
  }
}

function BrokenPage() {
  const { say } = useShellWords();
  return (
    <section role="alert">
      <h1>{say('broken')}</h1>
      <p>{say('brokenWhy')}</p>
      <Button purpose="primary" onClick={() => location.reload()}>
        {say('reload')}
      </Button>
    </section>
  );
}
