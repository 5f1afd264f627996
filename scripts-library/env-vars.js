/**
 * Shows, sets, copies and compares the environment variables of device groups.
 *
 * Without anything to set it shows the variables of one group, or compares those of several. Values may be secrets, so
 * they are hidden unless you ask for them. Running code sees a change only after the next build and a restart.
 *
 * @param {group[]}  group         device group; give several to compare or change them
 * @param {string[]} [set]         NAME=VALUE: this text
 * @param {string[]} [setNumber]   NAME=VALUE: this number
 * @param {string[]} [unset]       NAME: remove it
 * @param {file}     [json]        set what this JSON object has: names with texts or numbers
 * @param {group}    [from]        set what this group has
 * @param {boolean}  [only=false]  remove all others
 * @param {boolean}  [reveal=false] show the values
 * @example impsh run env-vars --group "Line 1" --reveal
 * @example impsh run env-vars --group "Line 1" --group "Line 2"
 * @example impsh run env-vars --group "Line 1" --set-number line=1 --set shift=late
 * @example impsh run env-vars --group "Line 2" --from "Line 1" --only --dry-run
 */

const {misused} = load('lib/usage.js')('env-vars');
const {tellingSoFar} = load('lib/so-far.js');

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

function checkName(where, name) {
  if (!NAME.test(name)) {
    throw misused(`${where}: '${name}' cannot be the name of a variable`, 'letters and digits, first a letter');
  }
}

/** The words of an option by name, as [name, text]; the text is in no message, as it may be a secret. */
function assignments(option, words = []) {
  return words.map((word) => {
    const at = word.indexOf('=');
    if (at < 0) {
      throw misused(`--${option}: a value is missing`, `write --${option} NAME=VALUE`);
    }
    const name = word.slice(0, at);
    checkName(`--${option}`, name);
    return [name, word.slice(at + 1)];
  });
}

function numbers() {
  return assignments('set-number', params.setNumber).map(([name, text]) => {
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number)) {
      throw misused(`--set-number: the value of ${name} is no number`, `--set ${name}=... sets a text`);
    }
    return [name, number];
  });
}

function parsed(file) {
  try {
    return files.readJson(file);
  } catch (error) {
    throw misused(`--json: cannot read ${file} as JSON: ${error.message}`, error.hint ?? undefined);
  }
}

function fromFile() {
  if (params.json === undefined) {
    return [];
  }
  const object = parsed(params.json);
  if (object === null || typeof object !== 'object' || Array.isArray(object)) {
    throw misused(`--json: ${params.json} holds no JSON object`, 'it is like {"line": 1, "shift": "late"}');
  }
  const entries = Object.entries(object);
  for (const [name, value] of entries) {
    checkName(`--json: ${params.json}`, name);
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw misused(`--json: ${params.json}: the value of ${name} is neither a text nor a number`);
    }
  }
  return entries;
}

const variablesOf = (group) => new Map(Object.entries(group.envVars));

/** What shall be set and removed. Of one name an option counts more than the file, and the file more than a group. */
function wishes() {
  const named = [...assignments('set', params.set), ...numbers()];
  const unset = params.unset ?? [];
  unset.forEach((name) => checkName('--unset', name));
  const names = [...named.map(([name]) => name), ...unset];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw misused(`${twice} is given twice among --set, --set-number and --unset`);
  }
  const copied = params.from ? variablesOf(params.from) : [];
  const set = new Map([...copied, ...fromFile(), ...named]);
  unset.forEach((name) => set.delete(name));
  return {set, unset, any: names.length > 0 || params.from !== undefined || params.json !== undefined};
}

function shown(value) {
  if (value === undefined) {
    return null;
  }
  if (params.reveal) {
    return value;
  }
  return typeof value === 'number' ? '… (number)' : '… (text)';
}

function show(group) {
  return [...variablesOf(group)].map(([variable, value]) => ({variable, value: shown(value)}));
}

/** Names of groups are unique in a product only, and these are the names of columns. */
function label(group, all) {
  const others = ['variable', 'state', ...all.filter(({id}) => id !== group.id).map(({name}) => name)];
  return others.includes(group.name) ? `${group.product.name}: ${group.name}` : group.name;
}

function compare(all) {
  const columns = all.map((group) => ({name: label(group, all), variables: variablesOf(group)}));
  const names = new Set(columns.flatMap(({variables}) => [...variables.keys()]));
  return [...names].sort().map((variable) => {
    const cells = columns.map(({name, variables}) => [name, shown(variables.get(variable))]);
    return {variable, state: state(variable, columns), ...Object.fromEntries(cells)};
  });
}

function state(variable, columns) {
  const having = columns.filter(({variables}) => variables.has(variable));
  if (having.length < columns.length) {
    return `only in ${having.map(({name}) => name).join(', ')}`;
  }
  return new Set(having.map(({variables}) => variables.get(variable))).size === 1 ? 'same' : 'differs';
}

/** What the group has to have in the end, and what that means for each variable. */
function changed(group, {set, unset}) {
  const before = variablesOf(group);
  const removed = params.only ? [...before.keys()].filter((name) => !set.has(name)) : unset;
  const after = new Map([...before, ...set]);
  removed.forEach((name) => after.delete(name));
  const rows = [...set.keys(), ...removed].map((variable) => ({
    group: group.name,
    variable,
    before: shown(before.get(variable)),
    after: shown(after.get(variable)),
    outcome: outcome(before.get(variable), after.get(variable)),
  }));
  return {group, after: Object.fromEntries(after), rows, differs: rows.some((row) => row.outcome !== 'already so')};
}

function outcome(before, after) {
  if (before === after) {
    return 'already so';
  }
  if (profile.dryRun) {
    return 'planned';
  }
  return before === undefined ? 'set' : after === undefined ? 'removed' : 'changed';
}

function change(all, wanted) {
  const others = all.filter(({owner}) => owner.id !== me.id);
  if (others.length > 0) {
    throw misused(`only the owner may set the variables of ${others.map(({name}) => name).join(', ')}`, 'impsh -e me shows who you are');
  }
  const changes = all.map((group) => changed(group, wanted));
  const needed = changes.filter(({differs}) => differs);
  const done = [];
  tellingSoFar(done, () => needed.forEach(({group, after}) => {
    group.update({envVars: after});
    done.push({what: 'group', name: group.name, outcome: 'changed'});
  }));
  if (needed.length > 0) {
    console.warn('running code sees this after the next build of its group and a restart');
  }
  return changes.flatMap(({rows}) => rows);
}

const all = [...new Map(params.group.map((group) => [group.id, group])).values()];
const wanted = wishes();
if (params.only && !params.from && params.json === undefined) {
  throw misused('--only needs --from or --json', 'it removes the variables that these do not have');
}
let result;
if (wanted.any) {
  result = change(all, wanted);
} else {
  result = all.length === 1 ? show(all[0]) : compare(all);
  if (!params.reveal && result.length > 0) {
    console.warn('values are hidden; --reveal shows them');
  }
}
result;
