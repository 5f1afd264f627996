// The reference of src/bench/reassign: moves one device into a group, as a tool does that is started for each.
//
//   node reassign-reference.js DEVICE GROUP      with IMPSH_ENDPOINT, IMPSH_USER and IMPSH_PASSWORD
//
// Start, log in, find the group by its name, read the device, assign it.

'use strict'
const {service} = require('./service')

const {IMPSH_ENDPOINT: base, IMPSH_USER: id, IMPSH_PASSWORD: password} = process.env
const [device, name] = process.argv.slice(2)
const {ask, logIn} = service(base)

async function main() {
  await logIn(id, password)
  const groups = await ask('GET', '/devicegroups?page%5Bsize%5D=100')
  const group = groups.data.find(each => each.attributes.name === name)
  await ask('GET', '/devices/' + device)
  await ask('POST', `/devicegroups/${group.id}/relationships/devices`, {data: [{type: 'device', id: device}]})
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
