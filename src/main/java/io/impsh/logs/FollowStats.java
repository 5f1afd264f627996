package io.impsh.logs;

import java.time.Duration;

/**
 * How it goes with a {@link Following}; {@code live + sampled + silent == devices}.
 *
 * @param live devices whose lines come on a stream
 * @param sampled devices whose stored logs are read again and again
 * @param silent devices that have no logs where they are, or have left
 * @param stalest how long ago the sampled device was read that was read longest ago; zero when none is sampled
 * @param lines lines told until now
 * @param filled of these, lines that came from the stored logs
 * @param gaps how many {@link LogEvent.Gap} there were
 * @param reconnects how often a link that had broken stood again
 */
public record FollowStats(
        int devices,
        int live,
        int sampled,
        int silent,
        Duration stalest,
        long lines,
        long filled,
        long gaps,
        long reconnects) {}
