/**
 * The options of apply() from parameters that are written as `impsh apply` takes them: waves, pause, health, within.
 *
 * const {applyOptions} = load('lib/waves.js')('release');
 */
(function wavesOf(script) {
  const {misused} = load('lib/usage.js')(script);
  const SHARE = /^(\d+|\d+(\.\d+)?%)$/;
  const DURATION = /^(\d+(\.\d+)?|(\d+(ms|s|m|h|d))+)$/;
  const SIGNS = {online: 'online', 'no-errors': 'noErrors'};

  function checkDuration(option, text) {
    if (!DURATION.test(text)) {
      throw misused(`--${option}: '${text}' is no duration`, 'such as 90s, 10m, 1h30m, or plain seconds');
    }
    return text;
  }

  /** ['1,5%', '100%'] as [1, '5%', '100%']. */
  function shares(words) {
    return words.flatMap((word) => word.split(',')).map((text) => {
      const share = text.trim();
      if (!SHARE.test(share)) {
        throw misused(`--waves: '${share}' is no number and no percentage`, 'such as --waves 1,5%,100%');
      }
      return share.endsWith('%') ? share : Number(share);
    });
  }

  function health(text) {
    const wanted = {};
    for (const word of text.split(',')) {
      const [name, duration] = word.trim().split('=');
      const sign = Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined;
      if (sign === undefined || duration === undefined || sign in wanted) {
        throw misused(`--health: '${word}' is no sign of health`, 'such as --health online=10m,no-errors=2m');
      }
      wanted[sign] = checkDuration('health', duration);
    }
    return wanted;
  }

  function applyOptions({waves = [], pause, health: signs, within}) {
    const options = {};
    if (waves.length > 0) {
      options.waves = shares(waves);
    }
    if (pause !== undefined) {
      options.pause = pause === 'ask' ? pause : checkDuration('pause', pause);
    }
    if (signs !== undefined) {
      options.health = health(signs);
    }
    if (within !== undefined) {
      options.within = within;
    }
    return options;
  }

  return {applyOptions};
});
