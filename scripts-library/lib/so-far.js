/**
 * What was done before an error, or a no to a question, ended a script, which then shows no result.
 *
 * const {tellingSoFar, agreed} = load('lib/so-far.js');
 */
(function soFar() {
  const NOTHING_DONE = ['already so', 'planned', 'failed'];

  /** Takes the steps; rows have what, name and outcome, and grow meanwhile. */
  function tellingSoFar(rows, steps) {
    try {
      return steps();
    } catch (failure) {
      const done = rows.filter(({outcome}) => !NOTHING_DONE.includes(outcome));
      if (done.length > 0) {
        console.warn(`done so far: ${done.map(({what, name, outcome}) => `${what} ${name} ${outcome}`).join('; ')}`);
      }
      throw failure;
    }
  }

  /** The report of a plan: a no to its question ends the script, as what comes after builds on it. */
  function agreed(report) {
    if (report.skipped.items.some(({reason}) => reason === 'not confirmed')) {
      throw Object.assign(new Error('not confirmed, so it was not done'), {code: 'DECLINED'});
    }
    return report;
  }

  return {tellingSoFar, agreed};
})();
