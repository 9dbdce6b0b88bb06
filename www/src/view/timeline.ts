// The retry timeline: every attempt on a logarithmic line, and an outage of one's own to drag over it.

import type { RetrySchedule } from 'hookproof';
import type { Client } from '../client.ts';
import { h, prose } from '../dom.ts';
import type { ProviderOption } from './sender.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Units of the drawing, about a pixel each. */
const WIDE = 1000;
const NARROW = 380;
const LEFT = 34;
const RIGHT = 40;
const OUTCOMES: Record<string, string> = {
  'dead-letter': 'kept aside, to be sent again by hand',
  lost: 'lost',
  refused: 'refused for good',
  unknown: 'probably lost: nothing says that it is kept',
};

function shape(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** A duration in its largest unit. */
export function duration(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ];
  const [size, unit] = units.find(([least]) => seconds >= least) ?? [1, 's'];
  const value = seconds / size;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
}

export async function timeline(client: Client, option: ProviderOption): Promise<HTMLElement> {
  const schedule = await client.call<RetrySchedule>('retrySchedule', option, 0);
  const width = innerWidth < 760 ? NARROW : WIDE;
  const inner = width - LEFT - RIGHT;
  const times = schedule.attempts.map(({ atMs }) => atMs / 1000);
  const last = Math.max(times.at(-1) ?? 0, 60);
  // A logarithm that begins at 0: the first seconds are as wide as the last hours.
  const x = (seconds: number): number => LEFT + (Math.log1p(seconds) / Math.log1p(last * 1.6)) * inner;
  const seconds = (at: number): number =>
    Math.expm1(((Math.min(Math.max(at, LEFT), width - RIGHT) - LEFT) / inner) * Math.log1p(last * 1.6));

  const drawing = shape('svg', {
    viewBox: `0 0 ${width} 118`,
    class: 'line',
    'aria-hidden': 'true',
  }) as SVGSVGElement;
  const band = shape('rect', { y: 12, height: 66, class: 'outage', rx: 4 });
  const edges = [
    shape('rect', { y: 8, width: 8, height: 74, class: 'edge', rx: 3 }),
    shape('rect', { y: 8, width: 8, height: 74, class: 'edge', rx: 3 }),
  ];
  const marks = times.map((time) => shape('circle', { cx: x(time), cy: 45, r: 8, class: 'attempt' }));
  const labels = times.map((time, place) =>
    shape(
      'text',
      { x: x(time), y: place % 2 === 0 ? 102 : 116, class: 'tick', 'text-anchor': 'middle' },
      place === 0 ? '0' : duration(time),
    ),
  );
  drawing.append(
    shape('line', { x1: LEFT, x2: width - RIGHT, y1: 45, y2: 45, class: 'axis' }),
    band,
    ...edges,
    ...marks,
    ...labels,
  );

  const steps = 1000;
  const slider = (label: string, value: number): HTMLInputElement => {
    const input = h('input', { type: 'range', min: '0', max: String(steps), 'aria-label': label });
    input.value = String(value);
    return input;
  };
  const place = (time: number): number => Math.round(((x(time) - LEFT) / inner) * steps);
  const from = slider('My outage begins', 0);
  const to = slider('My outage ends', place((times[Math.max(0, times.length - 2)] ?? 0) * 1.3 + 1));
  const said = h('p', { class: 'said', role: 'status' });
  const at = (input: HTMLInputElement): number => LEFT + (Number(input.value) / steps) * inner;

  const render = (): void => {
    if (Number(to.value) < Number(from.value)) to.value = from.value;
    const [begin, end] = [seconds(at(from)), seconds(at(to))];
    band.setAttribute('x', String(at(from)));
    band.setAttribute('width', String(Math.max(2, at(to) - at(from))));
    edges.forEach((edge, which) => {
      edge.setAttribute('x', String(at(which === 0 ? from : to) - 4));
    });
    from.setAttribute('aria-valuetext', `${duration(Math.round(begin))} after the first attempt`);
    to.setAttribute('aria-valuetext', `${duration(Math.round(end))} after the first attempt`);
    const inside = (time: number): boolean => time >= begin - 0.01 && time <= end;
    const arrives = times.findIndex((time) => !inside(time));
    marks.forEach((mark, which) => {
      mark.setAttribute(
        'class',
        `attempt ${which === arrives ? 'arrives' : arrives >= 0 && which > arrives ? 'spared' : 'missed'}`,
      );
    });
    const missed = arrives < 0 ? times.length : arrives;
    const span = `Out from ${duration(Math.round(begin))} to ${duration(Math.round(end))}`;
    const fate = schedule.complete
      ? (OUTCOMES[schedule.afterLast.outcome] ?? schedule.afterLast.outcome)
      : 'tried again, but the sender does not say when';
    said.dataset.state = arrives < 0 ? 'lost' : 'kept';
    said.textContent =
      arrives < 0
        ? `${span}: ${times.length === 1 ? 'the only attempt fails' : `all ${times.length} attempts fail`}. The event is ${fate}.`
        : missed === 0
          ? `${span}: the first attempt arrives.`
          : `${span}: ${missed} ${missed === 1 ? 'attempt fails' : 'attempts fail'}, the event arrives ${duration(times[arrives] ?? 0)} late.`;
  };
  from.addEventListener('input', render);
  to.addEventListener('input', render);
  dragged(drawing, band, edges, from, to, steps, render);
  render();
  const notes = [schedule.note, schedule.afterLast.note].filter((note) => note !== null);
  return h(
    'section',
    { class: 'block timeline', 'aria-label': 'Retries' },
    h(
      'h2',
      null,
      'When I am down ',
      h(
        'span',
        { class: 'n' },
        times.length > 1 ? `${times.length} attempts in ${duration(times.at(-1) ?? 0)}` : 'no repetition is known',
      ),
    ),
    drawing as unknown as HTMLElement,
    h('div', { class: 'sliders' }, h('label', null, 'begins', from), h('label', null, 'ends', to)),
    said,
    h(
      'p',
      { class: 'quiet' },
      schedule.confidence === null ? 'Nothing is known about repetitions.' : `${schedule.confidence}. `,
      ...notes.flatMap((note) => prose(`${note} `)),
    ),
  );
}

/** Dragging an edge moves it, dragging the band moves both. */
function dragged(
  drawing: SVGSVGElement,
  band: Element,
  edges: Element[],
  from: HTMLInputElement,
  to: HTMLInputElement,
  steps: number,
  render: () => void,
): void {
  const grab = (element: Element, inputs: HTMLInputElement[]): void => {
    element.addEventListener('pointerdown', (event) => {
      const { clientX: start, pointerId } = event as PointerEvent;
      const begun = inputs.map(({ value }) => Number(value));
      const { width } = drawing.viewBox.baseVal;
      const scale = (steps * width) / ((width - LEFT - RIGHT) * drawing.getBoundingClientRect().width);
      element.setPointerCapture(pointerId);
      const move = (moved: Event): void => {
        const by = ((moved as PointerEvent).clientX - start) * scale;
        inputs.forEach((input, which) => {
          input.value = String(Math.round((begun[which] ?? 0) + by));
        });
        if (inputs.length === 1 && inputs[0] === from && Number(from.value) > Number(to.value)) from.value = to.value;
        render();
      };
      element.addEventListener('pointermove', move);
      element.addEventListener('pointerup', () => element.removeEventListener('pointermove', move), { once: true });
      event.preventDefault();
    });
  };
  grab(band, [from, to]);
  grab(edges[0] as Element, [from]);
  grab(edges[1] as Element, [to]);
}
