import { Button as Candidate, type ButtonProps } from '@nl-design-system-candidate/button-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import '@nl-design-system-candidate/button-css/button.css';
import '../styles/design-system.css';

type Props = Pick<ButtonProps, 'purpose' | 'iconStart' | 'iconEnd' | 'iconOnly' | 'pressed' | 'disabled' | 'busy' | 'toggle'> &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & { ref?: Ref<HTMLButtonElement>; children: ReactNode };

/** A verb. `purpose="primary"` once on a page. When it cannot be pressed yet, say why beside it: `disabled` can still be focused. */
export const Button = ({ children, ...props }: Props) => <Candidate {...props}>{children}</Candidate>;
