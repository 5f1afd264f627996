/**
 * Recorded.
 * @param {group} [group=Line 1] which
 */
print(params.group.name)