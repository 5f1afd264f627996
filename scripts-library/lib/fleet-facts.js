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
  const LEAST_STEP = 5;
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

  function counted(ranges, values, place) {
    const counts = ranges.map(() => 0);
    for (const value of values) {
      counts[place(value)]++;
    }
    return ranges.map((range, index) => [range, counts[index]]);
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
      this.#versions.set(softwareVersion, (this.#versions.get(softwareVersion) ?? 0) + 1);
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
      const versions = this.versions();
      return {
        devices: this.devices,
        online: this.online,
        offline: this.devices - this.online,
        onlinePercent: percent(this.online, this.devices),
        version: versions[0]?.[0] ?? null,
        versions: versions.length,
        freeKB: memory === null ? null : Math.round(memory),
        rssi: median(this.#signal),
      };
    }

    /** [name, devices], the most frequent first. */
    versions() {
      const releases = new Map();
      for (const [version, devices] of this.#versions) {
        releases.set(release(version), (releases.get(release(version)) ?? 0) + devices);
      }
      return entries(releases);
    }

    modules() {
      return entries(this.#modules);
    }

    /** [range, devices] from the best signal to the weakest. */
    signal() {
      const names = ['-50 dBm and better', ...[-60, -70, -80, -90].map((least) => `${least} to ${least + 9} dBm`)];
      const ranges = [...names, 'below -90 dBm'];
      const place = (rssi) => Math.min(Math.max(Math.ceil((-50 - rssi) / 10), 0), ranges.length - 1);
      return withUnknown(counted(ranges, this.#signal, place), this.devices - this.#signal.length);
    }

    /** [range, devices] from the least free memory to the most, in steps that suit the fleet. */
    memory() {
      const unknown = this.devices - this.#memory.length;
      if (this.#memory.length === 0) {
        return withUnknown([], unknown);
      }
      const sorted = Float64Array.from(this.#memory).sort();
      const [least, most] = [sorted[0], sorted.at(-1)];
      const steps = (step) => Math.floor(most / step) - Math.floor(least / step) + 1;
      let step = LEAST_STEP;
      while (steps(step) > MOST_STEPS) {
        step *= 2;
      }
      const first = Math.floor(least / step);
      const ranges = Array.from(
        {length: steps(step)}, (_, index) => `${(first + index) * step} to ${(first + index + 1) * step} KB`);
      return withUnknown(counted(ranges, this.#memory, (value) => Math.floor(value / step) - first), unknown);
    }
  }

  return {Tally};
})();
