package io.impsh.logs;

import java.time.Duration;
import java.time.Instant;

/** What a {@link DeviceTail} needs of those around it. Each call returns at once, but reading a stored log. */
interface TailCare {
    /** Its stored log is to be read; before those that are not urgent. */
    void readNow(DeviceTail tail, boolean urgent);

    void forget(DeviceTail tail);

    StoredLog storedLog(String deviceId);

    /** The earliest that the service's clock can show now. */
    Instant earliestServiceTime();

    /** The service knows no such device. */
    void isMissing(DeviceTail tail);

    /** It seemed live and was not. */
    void renew(DeviceTail tail);

    void fillBegins();

    void fillEnds();

    Pace pace();

    /**
     * @param sampleEvery a stored log is read not more often than that
     * @param checkEvery devices are counted and silent ones looked after
     * @param retryAfter a reading that failed is tried again
     * @param fillPatience lines that came live wait for a reading for so long
     * @param limitsEvery it is looked how many devices are live
     */
    record Pace(
            Duration sampleEvery,
            Duration checkEvery,
            Duration retryAfter,
            Duration fillPatience,
            Duration limitsEvery) {
        static Pace of(LiveLogsOptions options) {
            return new Pace(
                    options.sampleEvery(),
                    options.checkEvery(),
                    Duration.ofSeconds(2),
                    Duration.ofMinutes(2),
                    Duration.ofSeconds(1));
        }
    }
}
