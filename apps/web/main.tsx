import '@fontsource-variable/source-sans-3/index.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/design-system.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { finishSigningOut } from './data/sign-out';
import { startOutbox, watchConnection } from './data/outbox';
import { lookAtVault, openVaultOfSession } from './data/vault';
import { App } from './shell/app';
import { startTheme } from './shell/theme';
import { startWords } from './words/words';

startTheme();
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
void Promise.all([startWords(), finishSigningOut().then(lookAtVault)]).then(() => {
  watchConnection();
  void openVaultOfSession();
  void startOutbox();
  const place = document.getElementById('app');
  if (place)
    createRoot(place).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
});
