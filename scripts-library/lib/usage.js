/**
 * Errors of whoever calls a script: exit code 2, and no line of the script to blame.
 *
 * const {misused, checkCount} = load('lib/usage.js')('release');
 */
(function usageOf(script) {
  function misused(message, hint = `impsh run ${script} --help`) {
    return Object.assign(new Error(message), {code: 'USAGE', hint});
  }

  /** A number of things, if it was given at all. */
  function checkCount(option, value) {
    if (value !== undefined && !(value >= 1 && Number.isInteger(value))) {
      throw misused(`--${option} has to be a whole number from 1`);
    }
  }

  return {misused, checkCount};
});
