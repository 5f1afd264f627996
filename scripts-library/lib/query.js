/**
 * A parameter --query, which says as JSON what where() takes: data, never code.
 *
 * const {filterOf, blamingQuery} = load('lib/query.js')('release');
 */
(function queryOf(script) {
  const {misused} = load('lib/usage.js')(script);
  const BLAMED = ['USAGE', 'NOT_FOUND', 'AMBIGUOUS'];

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  /** What was not given filters nothing, and is undefined. */
  function filterOf(text) {
    if (text === undefined) {
      return undefined;
    }
    const filter = parsed(text);
    if (filter === null || typeof filter !== 'object' || Array.isArray(filter) || Object.keys(filter).length === 0) {
      throw misused(`--query: no JSON object: ${text}`, 'such as \'{"group": "Line 1", "online": false}\'');
    }
    return filter;
  }

  /** What is wrong with it shows when its keys are read, and when its names are looked up. */
  function blamingQuery(step) {
    try {
      return step();
    } catch (error) {
      throw params.query && BLAMED.includes(error.code) ? misused(`--query: ${error.message}`, error.hint) : error;
    }
  }

  return {filterOf, blamingQuery};
});
