/**
 * Names of files and folders from foreign text, such as the name of a group.
 *
 * const {safeName} = load('lib/file-names.js');
 */
(function fileNames() {
  const LONGEST = 60;

  /** Letters, digits, dot, underscore and hyphen only; never empty, hidden or an option. Two texts may give the same. */
  function safeName(text) {
    const safe = String(text).replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._-]+/, '').slice(0, LONGEST);
    return safe === '' ? 'unnamed' : safe;
  }

  return {safeName};
})();
