package io.impsh.sandbox;

/**
 * The part of the fleet that is in one group.
 *
 * @param group {@code null} for those in none
 * @param percent of the whole fleet
 * @param namePrefix first part of the device names
 */
record FleetShare(DeviceGroup group, int percent, String namePrefix) {}
