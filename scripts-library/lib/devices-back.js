/**
 * Waits for devices that restart or move, by what the service says of them, and sees how they are then.
 *
 * const {counted, snapshot, restartedSince, waitForBack, checkWell} = load('lib/devices-back.js')();
 */
(function devicesBack() {
  const FIRST_PAUSE = 0.25;
  const LONGEST_PAUSE = 10;
  const LISTED = 10;
  const ERRORS = ['server.error', 'agent.error'];

  function counted(number) {
    return `${number} device${number === 1 ? '' : 's'}`;
  }

  /** How devices are at this moment, by id. */
  function snapshot(selection) {
    return new Map(selection.map((device) => [device.id, {
      id: device.id,
      name: device.name ?? device.id,
      online: device.online,
      agentRunning: device.agentRunning,
      agentStartedAt: device.agentStateChangedAt?.getTime() ?? 0,
    }]));
  }

  /** Those whose agent has started since: device and agent restart together. */
  function restartedSince(before, now) {
    return [...now.values()].filter(({id, agentStartedAt}) => agentStartedAt > (before.get(id)?.agentStartedAt ?? Infinity));
  }

  /** Asks which are missing until none is, for so many seconds at most; gives those that are missing at the end. */
  function untilNone(missing, seconds) {
    const deadline = Date.now() + seconds * 1000;
    let left = missing();
    for (let pause = FIRST_PAUSE; left.length > 0 && Date.now() < deadline; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      sleep(Math.max(0, Math.min(pause, (deadline - Date.now()) / 1000)));
      left = missing();
    }
    return left;
  }

  /** Names for a message, the first ten of them. */
  function listed(found) {
    const names = found.slice(0, LISTED).map((one) => one.name).join(', ');
    return found.length > LISTED ? `${names} and ${found.length - LISTED} more` : names;
  }

  function trouble(message, hint) {
    return Object.assign(new Error(message), {code: 'CHECK_FAILED', hint});
  }

  /**
   * Waits until those that were on line before are again, with a running agent, and gives those that have restarted.
   * With mayRunOn they need not have restarted. Those that left the selection are not waited for.
   */
  function waitForBack(selection, before, {seconds, mayRunOn, where, hint}) {
    const expected = [...before.values()].filter(({online}) => online);
    let now = before;
    const missing = untilNone(() => {
      now = snapshot(selection);
      const restarted = new Set(restartedSince(before, now).map(({id}) => id));
      return expected
        .map(({id}) => now.get(id))
        .filter((device) => device && !(device.online && device.agentRunning && (mayRunOn || restarted.has(device.id))));
    }, seconds);
    if (missing.length > 0) {
      throw trouble(`${missing.length} of ${counted(expected.length)} of ${where} not back after ${seconds} s: `
        + listed(missing), hint);
    }
    return restartedSince(before, now).filter(({online}) => online);
  }

  /** Those that had come back are still on line, and where there are logs they have no error since. */
  function checkOnce(selection, restarted, {where, haveLogs, hint}) {
    const now = snapshot(selection);
    const gone = restarted.filter(({id}) => now.get(id)?.online === false);
    if (gone.length > 0) {
      throw trouble(`${counted(gone.length)} of ${where} went off line again: ${listed(gone)}`, hint);
    }
    const failing = (haveLogs ? restarted : [])
      .map(({id, name, agentStartedAt}) => ({
        name,
        line: logs.get(id, {since: new Date(agentStartedAt)}).find(({type}) => ERRORS.includes(type)),
      }))
      .filter(({line}) => line !== undefined);
    if (failing.length > 0) {
      throw trouble(`errors were logged since by ${counted(failing.length)} of ${where}: ${listed(failing)}; `
        + `${failing[0].name}: ${failing[0].line.message}`, hint);
    }
  }

  /** Looks once, and then again and again for so many seconds. */
  function checkWell(selection, restarted, about) {
    const end = Date.now() + about.seconds * 1000;
    checkOnce(selection, restarted, about);
    while (Date.now() < end) {
      sleep(Math.min(LONGEST_PAUSE, Math.max(0, (end - Date.now()) / 1000)));
      checkOnce(selection, restarted, about);
    }
  }

  return {counted, snapshot, restartedSince, waitForBack, checkWell};
});
