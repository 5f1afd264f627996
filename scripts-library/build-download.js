/**
 * Saves the sources of builds to files.
 *
 * Each build gets a folder of its own with device.nut and agent.nut; builds.json beside them tells which is which. What
 * is there and equal is left alone; what is there and different stops the script before anything is written.
 *
 * @param {string}  to                folder to save to; made if need be
 * @param {build[]} [build]           builds to save
 * @param {group[]} [group]           or: all builds of these groups
 * @param {product} [product]         or: all builds of a product, zombies included
 * @param {number}  [newest]          only so many of them, the newest
 * @param {boolean} [overwrite=false] replace files that are different
 * @example impsh run build-download --to saved --group "Line 1" --newest 3
 * @example impsh run build-download --to saved --build v1.0 --build v1.1
 */

const {misused, checkCount} = load('lib/usage.js')('build-download');
const {safeName} = load('lib/file-names.js');

const INDEX = `${params.to}/builds.json`;
const SAFE = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const CODES = [
  {file: 'device.nut', code: 'deviceCode', only: {deviceOnly: true}},
  {file: 'agent.nut', code: 'agentCode', only: {agentOnly: true}},
];

function checkParameters() {
  const sources = [params.build, params.group, params.product].filter((given) => given !== undefined);
  if (sources.length === 0) {
    throw misused('which builds? give --build BUILD, --group GROUP or --product PRODUCT');
  }
  if (sources.length > 1) {
    throw misused('--build, --group and --product exclude each other');
  }
  if (params.to === '') {
    throw misused('--to is empty');
  }
  checkCount('newest', params.newest);
}

function wantedBuilds() {
  const found = params.build ?? (params.group
    ? params.group.flatMap((group) => group.deployments.toArray())
    : params.product.deployments.toArray());
  const unique = [...new Map(found.map((build) => [build.id, build])).values()];
  unique.sort((one, other) => other.createdAt - one.createdAt);
  return unique.slice(0, params.newest ?? unique.length);
}

/** The text of a file; undefined without one; null for a folder or no text, which is different from any code. */
function present(file) {
  try {
    return files.read(file);
  } catch (error) {
    if (/: there is no such file$/.test(error.message)) {
      return undefined;
    }
    if (/: it is (a folder|not text in UTF-8)$/.test(error.message)) {
      return null;
    }
    throw error;
  }
}

/** The index of earlier runs: it says in which folder a build is, whatever its group is called now. */
function earlierIndex() {
  const text = present(INDEX);
  if (text === undefined) {
    return [];
  }
  try {
    const entries = JSON.parse(text);
    if (entries.every((entry) => typeof entry.id === 'string' && SAFE.test(entry.folder))) {
      return entries;
    }
  } catch (error) {
    // told below
  }
  throw misused(`${INDEX} is there already, and no index of builds`, 'give another folder with --to');
}

/** That of an earlier run, or a new one that no other build has. */
function folderOf(build, known, taken) {
  const place = safeName(build.group?.name ?? 'no group');
  const day = build.createdAt.toISOString().slice(0, 10);
  const short = `${place}-${day}-${safeName(build.id.slice(0, 8))}`;
  const free = taken.has(short) ? `${place}-${day}-${safeName(build.id)}` : short;
  const folder = known.get(build.id)?.folder ?? free;
  taken.add(folder);
  return folder;
}

/** What a build needs: 'already so', 'created' or 'changed'. */
function stateOf(build, folder) {
  const there = CODES.map(({file, code}) => ({text: present(`${params.to}/${folder}/${file}`), wanted: build[code]}));
  if (there.every(({text, wanted}) => text === wanted)) {
    return 'already so';
  }
  return there.every(({text, wanted}) => text === undefined || text === wanted) ? 'created' : 'changed';
}

function entryOf(build, folder) {
  return {
    id: build.id,
    sha: build.sha,
    tags: build.tags,
    origin: build.origin,
    description: build.description,
    flagged: build.flagged,
    group: build.group?.name ?? null,
    product: build.product?.name ?? null,
    createdAt: build.createdAt.toISOString(),
    folder,
  };
}

function checkDifferent(found) {
  const different = found.filter(({state}) => state === 'changed').map(({folder}) => folder);
  if (different.length > 0 && !params.overwrite) {
    const some = different.slice(0, 5).join(', ') + (different.length > 5 ? ` and ${different.length - 5} more` : '');
    throw misused(`there are other sources in ${some}; nothing was written`, 'give --overwrite, or another folder with --to');
  }
}

function save({build, folder, state}) {
  if (state !== 'already so' && !profile.dryRun) {
    CODES.forEach(({only}) => build.saveTo(`${params.to}/${folder}`, {...only, overwrite: params.overwrite}));
  }
}

function saveIndex(found, known) {
  found.forEach(({build, folder}) => known.set(build.id, entryOf(build, folder)));
  const entries = [...known.values()].sort((one, other) => one.folder < other.folder ? -1 : 1);
  const text = `${JSON.stringify(entries, null, 2)}\n`;
  if (!profile.dryRun && present(INDEX) !== text) {
    files.write(INDEX, text);
  }
}

checkParameters();
const known = new Map(earlierIndex().map((entry) => [entry.id, entry]));
const taken = new Set([...known.values()].map(({folder}) => folder));
const found = wantedBuilds().map((build) => {
  const folder = folderOf(build, known, taken);
  return {build, folder, state: stateOf(build, folder)};
});
checkDifferent(found);
found.forEach(save);
if (found.length > 0) {
  saveIndex(found, known);
}
found.map(({build, folder, state}) => ({
  build: build.name,
  tags: build.tags.join(' '),
  group: build.group?.name ?? null,
  folder,
  outcome: state !== 'already so' && profile.dryRun ? 'planned' : state,
}));
