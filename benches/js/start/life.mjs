// A process with a long life: many deliveries, and many verifiers that come and go. Prints by how much memory has grown.

import { growthOfDropped, lifeOf } from './growth.mjs';

const [calls, verifiers] = process.argv.slice(2, 4).map(Number);
const growth = await lifeOf(calls, verifiers);
if (process.argv.includes('dropped')) growth.push(await growthOfDropped(verifiers));
console.log(JSON.stringify({ calls, verifiers, growth }));
