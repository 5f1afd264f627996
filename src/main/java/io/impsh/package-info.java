/**
 * What every package shares: {@link io.impsh.UserException}, and the few small things that several of them do alike, such
 * as {@link io.impsh.PrivateFiles}.
 *
 * <p>May import: nothing of ours. Knows nothing of the service; the top of the program is {@code io.impsh.cli}, not this package.
 */
package io.impsh;
