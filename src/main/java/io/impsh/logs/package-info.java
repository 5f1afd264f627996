/**
 * The logs of any number of devices as they grow: every line once, in the order of its device's log.
 *
 * <p>Main types: {@code LiveLogs}, the facade; {@code Following}, one wish to follow some devices; {@code LogFollower}, who
 * gets their lines and hears what happens. Devices for which the account's log streams have room are live, the others are
 * sampled: their stored logs are read again and again within the request budget. Both ways meet in one place per device,
 * which knows what was told already.
 *
 * <p>May import: root, model, api.
 */
package io.impsh.logs;
