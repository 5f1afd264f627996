/**
 * Several plans that are applied one after the other, each with its own question.
 *
 * const {applyNext} = load('lib/agreed.js')();
 */
(function agreed() {
  let begun = false;

  /** As plan.apply(); a no says what the ones before have done. */
  function applyNext(plan) {
    try {
      const report = plan.apply();
      begun = begun || report.done.count > 0;
      return report;
    } catch (error) {
      if (error.code === 'DECLINED' && begun) {
        const message = 'not confirmed; what was agreed to before that is done, and nothing else was changed';
        throw Object.assign(new Error(message), {code: 'DECLINED'});
      }
      throw error;
    }
  }

  return {applyNext};
});
