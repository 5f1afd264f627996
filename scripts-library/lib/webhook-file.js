/**
 * The TOML file that says which webhooks there shall be: checked whole, but for the names of its groups.
 *
 * const {webhooksOf} = load('lib/webhook-file.js')('webhooks-sync');
 */
(function webhookFile(script) {
  const {misused} = load('lib/usage.js')(script);
  const {checkUrl} = load('lib/webhooks.js')(script);
  const {didYouMean} = load('lib/nearest.js');

  const KEYS = ['url', 'group', 'event', 'contentType'];
  const EVENTS = ['blessing', 'blinkup', 'deployment'];
  const CONTENT_TYPES = {json: 'application/json', form: 'application/x-www-form-urlencoded'};
  const FORM = 'it is like [[webhook]] with url = "https://...", group = "Line 1", event = "blessing" below it';

  function parsed(file) {
    try {
      return files.readToml(file);
    } catch (error) {
      throw misused(error.message, error.hint ?? undefined);
    }
  }

  function checkKeys(where, table, known) {
    const unknown = Object.keys(table).find((key) => !known.includes(key));
    if (unknown !== undefined) {
      throw misused(
        `${where}: '${unknown}' means nothing here${didYouMean(unknown, known)}`,
        `known: ${known.join(', ')}`);
    }
  }

  /** One or several texts, as the file may have it. */
  function texts(where, entry, key) {
    const all = [entry[key] ?? []].flat();
    if (all.length === 0 || all.some((text) => typeof text !== 'string')) {
      throw misused(`${where}: ${key} has to be a text, or several as ["a", "b"]`, FORM);
    }
    return all;
  }

  function events(where, entry) {
    const all = texts(where, entry, 'event');
    const unknown = all.find((event) => !EVENTS.includes(event));
    if (unknown !== undefined) {
      throw misused(
        `${where}: there is no event '${unknown}'${didYouMean(unknown, EVENTS)}`,
        `events: ${EVENTS.join(', ')}`);
    }
    return all;
  }

  function contentType(where, {contentType: given = 'json'}) {
    const known = Object.entries(CONTENT_TYPES).find((names) => names.includes(given));
    if (!known) {
      const words = Object.keys(CONTENT_TYPES);
      throw misused(
        `${where}: there is no content type ${JSON.stringify(given)}${didYouMean(String(given), words)}`,
        `content types: ${words.join(', ')}`);
    }
    return known[1];
  }

  /** Where each table begins, as far as it begins with a line of its own. */
  function places(file, count) {
    const lines = files.read(file).split('\n')
      .flatMap((line, index) => /^\s*\[\[\s*webhook\s*]]/.test(line) ? [`line ${index + 1}, `] : []);
    return Array.from({length: count}, (unused, index) =>
      `${file}, ${lines.length === count ? lines[index] : ''}webhook ${index + 1}`);
  }

  /** @returns {{where: string, url: string, groups: string[], events: string[], contentType: string}[]} */
  function webhooksOf(file) {
    const whole = parsed(file);
    checkKeys(file, whole, ['webhook']);
    if (!Array.isArray(whole.webhook)) {
      throw misused(`${file} has no [[webhook]]`, whole.webhook === undefined ? 'webhook = [] says that there are none' : FORM);
    }
    const where = places(file, whole.webhook.length);
    return whole.webhook.map((entry, index) => {
      checkKeys(where[index], entry, KEYS);
      checkUrl(where[index], entry.url, FORM);
      return {
        where: where[index],
        url: entry.url,
        groups: texts(where[index], entry, 'group'),
        events: events(where[index], entry),
        contentType: contentType(where[index], entry),
      };
    });
  }

  return {webhooksOf};
});
