/**
 * Groups that are canaries of another one. Their description says so, because it is the only place that every operator
 * can see: "Canary of NAME (id)", and for a group that was there before: what its description was.
 *
 * const canaries = load('lib/canaries.js')(misused);
 */
(function canaryGroups(misused) {
  const {agreed} = load('lib/so-far.js');

  const MARK = /^Canary of [\s\S]*? \(([0-9a-f-]{36})\)(?:; before: ([\s\S]*))?$/;
  const LONGEST_DESCRIPTION = 255;
  const LONGEST_NAME = 80;
  const TRIES = 3;

  function markOf(group) {
    const found = MARK.exec(group.description ?? '');
    return found === null ? null : {of: found[1], isKept: found[2] !== undefined, before: found[2]};
  }

  function siblings(from) {
    return groups.where({product: from.product, kind: from.kind}).filter(({id}) => id !== from.id);
  }

  function all() {
    return groups.where({kind: ['production', 'pre-production']}).filter((group) => markOf(group) !== null);
  }

  function originOf(group) {
    return groups.find(markOf(group).of)?.name ?? null;
  }

  /** The canary of a group, or null. Of several the name has to be given. */
  function find(from, name) {
    const found = siblings(from)
      .filter((group) => markOf(group)?.of === from.id && (name === undefined || group.name === name)).toArray();
    if (found.length > 1) {
      throw misused(`${from.name} has ${found.length} canaries`, `--canary says which: ${found.map((group) => group.name).join(', ')}`);
    }
    return found[0] ?? null;
  }

  function named(from, name) {
    return siblings(from).filter((group) => group.name === name).first();
  }

  function checkFree(from, name) {
    const other = groups.where({product: from.product}).find((group) => group.name === name);
    if (other) {
      throw misused(`'${name}' is there, and is ${other.id === from.id ? 'the group itself' : `a ${other.kind} group`}`,
        '--canary gives it another name');
    }
  }

  /** The name of the group that will be the canary; an error if it cannot be. */
  function checkedName(from, name = `${from.name} canary`) {
    const group = named(from, name);
    if (name.trim() === '' || name.length > LONGEST_NAME) {
      throw misused(`a group's name has 1 to ${LONGEST_NAME} characters, and this is ${JSON.stringify(name)}`,
        '--canary gives it another name');
    }
    if (group === null) {
      checkFree(from, name);
      return name;
    }
    if (markOf(group) !== null) {
      throw misused(`${name} is the canary of ${originOf(group)}`, '--canary gives it another name');
    }
    if (group.devices.count() > 0) {
      throw misused(`${name} has devices of its own`, '--canary takes an empty group, or the name of a new one');
    }
    if (groups.where({product: from.product}).find((other) => other.productionTarget?.id === group.id) !== null) {
      throw misused(`devices are blessed into ${name}`, '--canary takes a group that is no target, or the name of a new one');
    }
    if (mark(from, group).length > LONGEST_DESCRIPTION) {
      throw misused(`the description of ${name} is too long to be kept beside that of a canary`, 'shorten it');
    }
    return name;
  }

  function mark(from, group) {
    return `Canary of ${from.name} (${from.id})` + (group === null ? '' : `; before: ${group.description ?? ''}`);
  }

  /** What is there, or is made. A lost answer leaves open which; names are unique, so looking tells. */
  function ensured(look, make) {
    for (let tries = 1; ; tries++) {
      try {
        return look() ?? make();
      } catch (failure) {
        if (failure.code !== 'LOST_ANSWER' || tries === TRIES) {
          throw failure;
        }
      }
    }
  }

  /** A new group is as the one it is for, so that its devices find what they know. */
  function make(from, name) {
    return from.product.createGroup({
      name,
      kind: from.kind,
      description: mark(from, null),
      envVars: from.envVars,
      loadCodeAfterBlessing: from.loadCodeAfterBlessing,
      ...(from.region === null ? {} : {region: from.region}),
    });
  }

  /** Gives the group and whether it is new. */
  function open(from, name) {
    const group = named(from, name);
    if (group !== null) {
      return {group: group.update({description: mark(from, group)}), isNew: false};
    }
    return {group: ensured(() => named(from, name), () => make(from, name)), isNew: true};
  }

  /** Removes it, or leaves it as it was before. Its builds go if their code is elsewhere too. Gives a word for it. */
  function close(canary) {
    const {isKept, before} = markOf(canary);
    if (isKept) {
      canary.update({description: before});
      return 'changed';
    }
    const areCopies = canary.deployments.toArray().every(({sha}) => builds.where({sha, group: (group) => group !== canary.name}).count() > 0);
    const {counts, stopped} = agreed(canary.remove({force: true, builds: areCopies}).apply());
    return counts.failed + counts.unknown === 0 && stopped === null ? 'removed' : 'failed';
  }

  return {all, originOf, find, checkedName, ensured, open, close};
});
