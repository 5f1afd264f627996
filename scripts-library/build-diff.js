/**
 * Shows what is different between two builds.
 *
 * Compares a build with another one, with the current build of a device group, or with source files. A build is named by
 * its id, sha, tag or origin. The difference is a unified diff from the first build to the other side.
 *
 * @param {build}   build            the build to begin with
 * @param {build}   [other]          the build to compare it with
 * @param {group}   [group]          or: the group whose current build to compare it with
 * @param {file}    [deviceFile]     or: the file to compare the device's code with
 * @param {file}    [agentFile]      and the file to compare the agent's code with
 * @param {boolean} [exitCode=false] end with 1 when there is a difference
 * @example impsh run build-diff --build v1.0 --group "Line 1"
 * @example impsh run build-diff --build v1.0 --other v1.1 --exit-code
 */

const {misused} = load('lib/usage.js')('build-diff');

/** The other build, or null for files. */
function otherBuild() {
  if (params.other) {
    return params.other;
  }
  if (!params.group) {
    return null;
  }
  const current = params.group.currentDeployment;
  if (!current) {
    throw misused(`${params.group.name} has no build yet`, 'give --other BUILD');
  }
  return current;
}

function checkSides() {
  const withFiles = params.deviceFile !== undefined || params.agentFile !== undefined;
  const sides = [params.other, params.group, withFiles].filter(Boolean).length;
  if (sides === 0) {
    throw misused('compared with what? give --other BUILD, --group GROUP, or --device-file and --agent-file');
  }
  if (sides > 1) {
    throw misused('--other, --group and files exclude each other');
  }
}

function told(build) {
  const tags = build.tags.length === 0 ? '' : ` ${build.tags.join(' ')}`;
  const place = build.group ? `in ${build.group.name}` : 'of no group';
  return `${build.name}${tags} ${place}, ${build.createdAt.toISOString().slice(0, 10)}`;
}

function difference() {
  const other = otherBuild();
  if (other) {
    console.warn(`from ${told(params.build)}\nto   ${told(other)}`);
    return params.build.diff(other);
  }
  const sources = {};
  for (const option of ['deviceFile', 'agentFile']) {
    if (params[option] !== undefined) {
      sources[option] = params[option];
    }
  }
  console.warn(`from ${told(params.build)}\nto   ${Object.values(sources).join(', ')}`);
  return params.build.diffFiles(sources);
}

checkSides();
const found = difference();
if (params.exitCode && !found.same) {
  print(found);
  exit(1);
}
found;
