// The reference of src/bench/reassign: moves one device into a group, as a tool does that is started for each.
//
//   node reassign-reference.js DEVICE GROUP      with IMPSH_ENDPOINT, IMPSH_USER and IMPSH_PASSWORD
//
// Start, log in, find the group by its name, read the device, assign it.

'use strict'
const http = require('http')

const {IMPSH_ENDPOINT: base, IMPSH_USER: id, IMPSH_PASSWORD: password} = process.env
const [device, name] = process.argv.slice(2)
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

async function main() {
  token = (await ask('POST', '/auth', {id, password})).access_token
  const groups = await ask('GET', '/devicegroups?page%5Bsize%5D=100')
  const group = groups.data.find(each => each.attributes.name === name)
  await ask('GET', '/devices/' + device)
  await ask('POST', `/devicegroups/${group.id}/relationships/devices`, {data: [{type: 'device', id: device}]})
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
