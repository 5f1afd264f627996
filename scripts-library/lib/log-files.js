/**
 * Log lines in files that grow: a line that is there already is not written again.
 *
 * const {LogFile, lineOf, fileName} = load('lib/log-files.js');
 */
(function logFiles() {
  const LONGEST_NAME = 80;
  const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\\]/g;

  /** The name of a file for a device, whatever it is called; its id keeps two of one name apart. */
  function fileName(device) {
    const name = (device.name ?? '').replace(/[^A-Za-z0-9._-]/g, '_').replace(/^[.-]+/, '_').slice(0, LONGEST_NAME);
    return `${name === '' ? '' : `${name}.`}${device.id}.log`;
  }

  /** One line whatever the message has in it. */
  function lineOf({time, type, message}, who = '') {
    const written = message.replace(CONTROL, (character) => character === '\n' ? '\\n'
      : character === '\\' ? '\\\\'
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `${time.toISOString()} ${who}${type} ${written}`;
  }

  /**
   * Lines are told apart by how often they are there, as a device may well say the same twice in a millisecond. So all
   * lines of a device from some time on have to be offered, however many of them are in the file.
   */
  class LogFile {
    written = 0;
    #file;
    #there = new Map();
    #offered = new Map();
    #torn;

    constructor(file) {
      this.#file = file;
      const text = this.#text();
      this.#torn = text !== '' && !text.endsWith('\n'); // somebody ended an earlier run within a line
      for (const line of this.lines()) {
        this.#count(this.#there, line);
      }
    }

    lines() {
      return this.#text().split('\n').filter((line) => line !== '');
    }

    #text() {
      return files.exists(this.#file) ? files.read(this.#file) : '';
    }

    /** Another reading of the log begins, which may tell the same lines once more. */
    begin() {
      this.#offered.clear();
    }

    add(lines) {
      const fresh = lines.filter((line) => this.#count(this.#offered, line) > (this.#there.get(line) ?? 0));
      fresh.forEach((line) => this.#count(this.#there, line));
      this.written += fresh.length;
      if (fresh.length > 0 && !profile.dryRun) {
        files.append(this.#file, (this.#torn ? '\n' : '') + fresh.map((line) => `${line}\n`).join(''));
        this.#torn = false;
      }
    }

    #count(lines, line) {
      const count = (lines.get(line) ?? 0) + 1;
      lines.set(line, count);
      return count;
    }
  }

  return {LogFile, lineOf, fileName};
})();
