/**
 * Numbers about devices: how many, on line, versions, memory, signal.
 *
 * const {Tally} = load('lib/fleet-facts.js');
 * const all = new Tally();
 * for (const device of devices) {
 *   all.add(device);
 * }
 * print(all.summary());
 */
(function fleetFacts() {
  const KB = 1024;
  const STEPS = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
  const MOST_STEPS = 8;
  const UNKNOWN = 'unknown';

  function median(numbers) {
    const sorted = Float64Array.from(numbers).sort();
    return sorted.length === 0 ? null : sorted[Math.floor((sorted.length - 1) / 2)];
  }

  /** Not 100 before all are, nor 0 while one is. */
  function percent(part, whole) {
    if (whole === 0) {
      return null;
    }
    const exact = 100 * part / whole;
    const rounded = Math.round(exact * 10) / 10;
    return exact < 100 && rounded === 100 ? 99.9 : exact > 0 && rounded === 0 ? 0.1 : rounded;
  }

  /** 'release-42.5' of 'hash - release-42.5 - date - flavour'; of what is written otherwise all of it. */
  function release(version) {
    return /(?:^| - )(release-\S+)/.exec(version ?? '')?.[1] ?? (version || UNKNOWN);
  }

  function entries(counts) {
    return [...counts].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
  }

  function withUnknown(found, unknown) {
    return unknown > 0 ? [...found, [UNKNOWN, unknown]] : found;
  }

  class Tally {
    devices = 0;
    online = 0;
    #versions = new Map();
    #modules = new Map();
    #memory = [];
    #signal = [];

    add({online, softwareVersion, impType, freeMemory, rssi}) {
      this.devices++;
      this.online += online ? 1 : 0;
      const version = release(softwareVersion);
      this.#versions.set(version, (this.#versions.get(version) ?? 0) + 1);
      const module = impType ?? UNKNOWN;
      this.#modules.set(module, (this.#modules.get(module) ?? 0) + 1);
      if (freeMemory !== null && freeMemory !== undefined) {
        this.#memory.push(freeMemory / KB);
      }
      if (rssi !== null && rssi !== undefined) {
        this.#signal.push(rssi);
      }
    }

    /** One row of numbers; null is what nobody knows. */
    summary() {
      const memory = median(this.#memory);
      return {
        devices: this.devices,
        online: this.online,
        offline: this.devices - this.online,
        onlinePercent: percent(this.online, this.devices),
        version: this.versions()[0]?.[0] ?? null,
        versions: this.#versions.size,
        freeKB: memory === null ? null : Math.round(memory),
        rssi: median(this.#signal),
      };
    }

    /** [name, devices], the most frequent first. */
    versions() {
      return entries(this.#versions);
    }

    modules() {
      return entries(this.#modules);
    }

    /** [range, devices] from the best signal to the weakest. */
    signal() {
      const found = [-50, -60, -70, -80, -90].map((least, index) => [
        index === 0 ? '-50 dBm and better' : `${least} to ${least + 9} dBm`,
        this.#signal.filter((rssi) => rssi >= least && (index === 0 || rssi < least + 10)).length,
      ]);
      found.push(['below -90 dBm', this.#signal.filter((rssi) => rssi < -90).length]);
      return withUnknown(found, this.devices - this.#signal.length);
    }

    /** [range, devices] from the least free memory to the most, in steps that suit the fleet. */
    memory() {
      const unknown = this.devices - this.#memory.length;
      if (this.#memory.length === 0) {
        return withUnknown([], unknown);
      }
      const [least, most] = this.#memory.reduce(
        ([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
      const steps = (step) => Math.floor(most / step) - Math.floor(least / step) + 1;
      const step = STEPS.find((size) => steps(size) <= MOST_STEPS) ?? STEPS.at(-1);
      const first = Math.floor(least / step);
      const found = Array.from({length: steps(step)}, (_, index) => [
        `${(first + index) * step} to ${(first + index + 1) * step} KB`,
        this.#memory.filter((value) => Math.floor(value / step) === first + index).length,
      ]);
      return withUnknown(found, unknown);
    }
  }

  return {Tally};
})();
