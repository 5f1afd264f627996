// The service, asked with nothing but what node has: what both references share.

'use strict'
const http = require('http')

/** @returns `ask` and `logIn` for the service at this address; what is asked after logging in has the token. */
exports.service = base => {
  let token

  function ask(method, path, body) {
    return new Promise((resolve, reject) => {
      const headers = {'content-type': 'application/json'}
      if (token) headers.authorization = 'Bearer ' + token
      const request = http.request(base + path, {method, headers}, answer => {
        let text = ''
        answer.on('data', part => (text += part))
        answer.on('end', () => (answer.statusCode < 300 ? resolve(text && JSON.parse(text)) : reject(new Error(text))))
      })
      request.on('error', reject)
      request.end(body && JSON.stringify(body))
    })
  }

  async function logIn(id, password) {
    token = (await ask('POST', '/auth', {id, password})).access_token
  }

  return {ask, logIn}
}
