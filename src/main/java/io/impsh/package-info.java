/**
 * The one word that every package shares: {@link io.impsh.UserException}.
 *
 * <p>May import: nothing of ours. Holds no logic; the top of the program is {@code io.impsh.cli}, not this package.
 */
package io.impsh;
