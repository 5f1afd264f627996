/**
 * Replaces a login key.
 *
 * Makes a new key, logs in with it to prove that it works, stores or prints it, and only then removes the old one: at no
 * time is the account without a working key. Without --file the key is all that is printed. Each run makes another key,
 * because a key is a secret that is shown once: a second run is a new rotation.
 *
 * @param {secret} password      the account's password
 * @param {string} old           the key to replace: its description, or its first four characters or more
 * @param {string} [description] of the new key; that of the old one unless said otherwise
 * @param {string} [file]        where to store the new key, for you alone, instead of printing it
 * @example impsh run login-key-rotate --old "build server" --file key.txt
 * @example impsh run login-key-rotate --old sand --password @password.txt --yes > key.txt
 */

const {misused} = load('lib/usage.js')('login-key-rotate');

const WHOLE_KEY = /^[0-9a-z]{16}$/;

function oldKey() {
  if (WHOLE_KEY.test(params.old)) {
    throw misused('--old is a whole key, and others can see command lines', 'give its first four characters, or its description');
  }
  try {
    return loginKeys.get(params.old);
  } catch (error) {
    throw ['NOT_FOUND', 'AMBIGUOUS'].includes(error.code) ? misused(`--old: ${error.message}`, error.hint) : error;
  }
}

/** What is no key is not replaced by one. */
function checkFile() {
  if (params.file === undefined) {
    return;
  }
  let content = '';
  try {
    content = files.read(params.file);
  } catch (error) {
    if (!/: there is no such file$/.test(error.message)) {
      throw misused(`--file: ${error.message}`);
    }
  }
  if (content.trim() !== '' && !WHOLE_KEY.test(content.trim())) {
    throw misused(`--file: ${params.file} is there already, and holds no login key`);
  }
}

function told(key) {
  return [`${key.id.slice(0, 4)}…`, key.description].filter(Boolean).join(' ');
}

/** When its answer is lost, the new key is the one that was not there before. */
function makeKey(description) {
  const identity = (key) => `${key.id.slice(0, 4)} ${key.createdAt?.getTime()}`;
  const before = new Set(loginKeys.map(identity));
  try {
    return loginKeys.create(description === null ? {password: params.password} : {description, password: params.password});
  } catch (error) {
    const made = error.code === 'LOST_ANSWER'
      ? loginKeys.filter((key) => !before.has(identity(key)) && key.description === description).toArray()
      : [];
    if (made.length !== 1) {
      throw error;
    }
    return made[0].reload({reveal: true});
  }
}

function takeBack(made) {
  try {
    made.remove({password: params.password});
    console.warn(`the new key was removed again; ${oldName} stays`);
  } catch (error) {
    console.warn(`the new key ${told(made)} was not removed again: ${error.message}; ${oldName} stays`);
  }
}

/** A new key that cannot be used is taken back. */
function orTakeBack(made, step) {
  try {
    step();
  } catch (error) {
    takeBack(made);
    throw error;
  }
}

/** A key that nobody could read is no use to anybody. */
function store(made) {
  if (profile.dryRun) {
    return;
  }
  orTakeBack(made, () => (params.file === undefined
    ? print(made.id)
    : files.write(params.file, `${made.id}\n`, {ownerOnly: true})));
}

function removeOld() {
  try {
    old.remove({password: params.password});
  } catch (error) {
    console.warn(`the new key works and is ${params.file === undefined ? 'printed' : `in ${params.file}`}; `
      + `the old one is still there: ${oldName}`);
    throw error;
  }
  if (!profile.dryRun) {
    console.warn('who used the old key needs the new one now; this profile, too, if it logs in by key: impsh login --key-stdin');
  }
}

function row(name, outcome) {
  return {what: 'login key', name, outcome: profile.dryRun ? 'planned' : outcome};
}

const old = oldKey();
checkFile();
const oldName = told(old);
if (!confirm(`A new login key is made, to replace ${oldName}. Go on?`)) {
  throw Object.assign(new Error('nothing was changed'), {code: 'USAGE'});
}
const made = makeKey(params.description ?? old.description);
orTakeBack(made, () => made.tryOut());
const newName = profile.dryRun ? 'a new one' : told(made);
store(made);
removeOld();
params.file === undefined && !profile.dryRun ? undefined : [row(newName, 'created'), row(oldName, 'removed')];
