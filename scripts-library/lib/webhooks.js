/**
 * Addresses of webhooks: which are none, and how they are shown.
 *
 * const {shownUrl, checkUrl} = load('lib/webhooks.js')('webhooks-sync');
 */
(function webhooksOf(script) {
  const {misused} = load('lib/usage.js')(script);

  /** What the service takes, with the user name, what follows ? and what follows # as parts of their own. */
  const ADDRESS = /^(https?:\/\/)([^\s/?#]*@)?([^\s/?#@]+(?:\/[^\s?#]*)?)(\?[^\s#]*)?(#\S*)?$/i;

  /** Without the parts in which people put passwords and tokens. */
  function shownUrl(url) {
    const parts = ADDRESS.exec(url);
    if (!parts) {
      return '…';
    }
    const [, scheme, user, place, query, fragment] = parts;
    return scheme + (user ? '…@' : '') + place + (query ? '?…' : '') + (fragment ? '#…' : '');
  }

  /** @param {string} where what stands before the message: an option, or a place in a file */
  function checkUrl(where, url, hint = undefined) {
    if (typeof url !== 'string' || !ADDRESS.test(url)) {
      throw misused(`${where}: a webhook needs an address that begins with http:// or https://`, hint);
    }
  }

  return {shownUrl, checkUrl};
});
