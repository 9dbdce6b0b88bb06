// A seeded generator of pseudo-random numbers (xoshiro128**), so that a run can be repeated from its seed.

/** Choices drawn from one seed; the same seed and `stream` give the same choices everywhere. */
export class Random {
  #state = new Uint32Array(4);

  constructor(seed, stream = 0) {
    let mix = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0;
    for (let at = 0; at < 4; at += 1) {
      mix = (mix + 0x9e3779b9) >>> 0;
      let word = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
      word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
      this.#state[at] = word ^ (word >>> 16);
    }
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end) {
    const s = this.#state;
    const word = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 11);
    return Math.floor((word / 0x1_0000_0000) * end);
  }

  /** True once in `times`. */
  once(times) {
    return this.below(times) === 0;
  }

  /** One of a list. */
  pick(list) {
    return list[this.below(list.length)];
  }
}

function rotate(word, by) {
  return (word << by) | (word >>> (32 - by));
}
