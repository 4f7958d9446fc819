import '@fontsource-variable/source-sans-3/index.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/design-system.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { finishSigningOut } from './data/sign-out';
import { lookAtVault, openVaultOfSession } from './data/vault';
import { App } from './shell/app';
import { startTheme } from './shell/theme';
import { startWords } from './words/words';

startTheme();
void lookAtVault();
void Promise.all([startWords(), finishSigningOut()]).then(() => {
  void openVaultOfSession();
  const place = document.getElementById('app');
  if (place)
    createRoot(place).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
});
