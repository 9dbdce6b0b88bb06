// What somebody writes into a fresh project: typed, in the page, without a configuration.

import { createVerifier, init, type ReportCode, sign, type UsageError } from 'hookproof';
import './run.mjs';

async function show(place: HTMLElement): Promise<void> {
  await init();
  const secret = 'whsec_test';
  const verifier = createVerifier({ provider: 'stripe', secrets: [secret] });
  const report = verifier.verify(sign({ provider: 'stripe', secret, body: '{"type":"ping"}' }));
  const code: ReportCode = report.code;
  place.textContent = code;
}

const place = document.querySelector<HTMLElement>('#app');
if (place !== null) {
  show(place).catch((error: UsageError) => {
    place.textContent = error.code;
  });
}
