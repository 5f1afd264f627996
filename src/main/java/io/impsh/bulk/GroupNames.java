package io.impsh.bulk;

import io.impsh.model.DeviceGroup;

/** Where a planner gets names from. Called once per id and plan, and only for what the plan mentions. */
public interface GroupNames {
    /** The group, or {@code null} if it is not known. */
    DeviceGroup group(String id);

    /** The account's user name, or {@code null} if it is not known. */
    String account(String id);
}
