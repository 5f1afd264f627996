/**
 * Things that are named by a text which is no parameter of their type: in a file, or because there may be none.
 *
 * const {lookUp} = load('lib/lookup.js')('product-remove');
 */
(function lookupOf(script) {
  const {misused} = load('lib/usage.js')(script);

  /** As a parameter's error has it: the nearest names on the same line. */
  function wrongName(where, {message, hint}) {
    const nearest = hint?.startsWith('nearest: ') ? `; ${hint.split('\n')[0]}` : '';
    return misused(`${where}: ${message}${nearest}`, nearest ? undefined : hint ?? undefined);
  }

  /**
   * The one that is meant.
   *
   * @param {string} where what stands before the message: an option, or a place in a file
   * @param {(error: any) => any} absent what there is instead when none is called so; misuse unless given
   */
  function lookUp(where, collection, name, absent = (error) => { throw wrongName(where, error); }) {
    try {
      return collection.get(name);
    } catch (error) {
      if (error.code === 'NOT_FOUND') {
        return absent(error);
      }
      throw error.code === 'AMBIGUOUS' ? wrongName(where, error) : error;
    }
  }

  return {lookUp};
});
