/**
 * What every package shares: {@link io.impsh.UserException}, and the few small things that several of them do alike:
 * {@link io.impsh.CountedNoun} and {@link io.impsh.DurationWords} in sentences, {@link io.impsh.Nearest} names, and
 * {@link io.impsh.PrivateFiles}.
 *
 * <p>May import: nothing of ours. Knows nothing of the service; the top of the program is {@code io.impsh.cli}, not this package.
 */
package io.impsh;
