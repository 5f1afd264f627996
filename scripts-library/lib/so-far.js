/**
 * What was done before an error ended a script, which then shows no result.
 *
 * const {tellingSoFar} = load('lib/so-far.js');
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

  return {tellingSoFar};
})();
