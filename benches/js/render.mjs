// `cargo xtask bench --render`: the pages, the charts and the README's figures anew, from the figures as they are.

import { render } from './report/publish.mjs';

render();
