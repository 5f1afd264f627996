// The reference of src/bench/logs: streams the logs of devices above a prompt, with nothing but what node has.
//
//   node logs-reference.js BASE USER PASSWORD DEVICE=NAME ...      eight devices on each stream

'use strict'
const http = require('http')
const readline = require('readline')
const {service} = require('./service')

const [base, user, password, ...devices] = process.argv.slice(2)
const names = new Map(devices.map(device => device.split('=')))
const zone = new Date().getTimezoneOffset() * 60000
const {ask, logIn} = service(base)

const prompt = readline.createInterface({input: process.stdin, output: process.stdout, prompt: 'reference> '})

function show(lines) {
  readline.cursorTo(process.stdout, 0)
  readline.clearScreenDown(process.stdout)
  process.stdout.write(lines)
  prompt.prompt(true)
}

function line(data) {
  const entry = JSON.parse(data)
  const time = new Date(Date.parse(entry.ts) - zone).toISOString().slice(11, 23)
  const colour = entry.type.endsWith('error') ? '\x1b[31m' : ''
  return `\x1b[90m${time}\x1b[0m \x1b[36m${names.get(entry.device_id)}\x1b[0m ${colour}${entry.type.padEnd(12)}  ${entry.msg}\x1b[0m\n`
}

function follow(id) {
  http.get(base + '/logstream/' + id, {headers: {accept: 'text/event-stream'}}, answer => {
    let rest = ''
    let isMessage = false
    answer.setEncoding('utf8')
    answer.on('data', part => {
      const rows = (rest + part).split('\n')
      rest = rows.pop()
      let lines = ''
      for (const row of rows) {
        if (row.startsWith('event: ')) isMessage = row === 'event: message'
        else if (isMessage && row.startsWith('data: ')) lines += line(row.slice(6))
      }
      if (lines) show(lines)
    })
    answer.on('end', () => process.exit(3))
  })
}

async function run() {
  await logIn(user, password)
  const ids = [...names.keys()]
  for (let first = 0; first < ids.length; first += 8) {
    const stream = (await ask('POST', '/logstream?format=json')).data.id
    follow(stream)
    for (const id of ids.slice(first, first + 8)) {
      await ask('PUT', '/logstream/' + stream + '/' + id)
      await new Promise(resolve => setTimeout(resolve, 30)) // 40 requests a second are allowed
    }
  }
}

prompt.prompt()
run().catch(error => {
  console.error(error.message)
  process.exit(1)
})
