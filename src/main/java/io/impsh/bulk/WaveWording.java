package io.impsh.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences in which waves and health are spoken of. */
final class WaveWording {
    private WaveWording() {}

    /** The question before the first change, with how the plan is applied: {@code … (waves 1, 5%, 100%). Go on?} */
    static Question with(Question question, ApplyOptions options) {
        List<String> parts = new ArrayList<>();
        if (!options.waves().isEmpty()) {
            parts.add("waves " + options.waves().stream().map(Share::toString).collect(Collectors.joining(", ")));
        }
        if (options.pause().asks()) {
            parts.add("asking between them");
        } else if (!options.pause().length().isZero()) {
            parts.add(duration(options.pause().length()) + " between them");
        }
        String health = health(options);
        if (health != null) {
            parts.add("health: " + health);
        }
        int asking = question.text().lastIndexOf(". ");
        if (parts.isEmpty() || asking < 0) {
            return question;
        }
        String text = question.text().substring(0, asking) + " (" + String.join("; ", parts) + ")"
                + question.text().substring(asking);
        return new Question(text, question.affected(), question.count(), question.typeNumber());
    }

    private static String health(ApplyOptions options) {
        if (options.health() instanceof Health.Signs signs) {
            List<String> words = new ArrayList<>();
            if (signs.online() != null) {
                words.add("online within " + duration(signs.online()));
            }
            if (signs.noErrors() != null) {
                words.add("no errors for " + duration(signs.noErrors()));
            }
            return String.join(", ", words);
        }
        return options.health() instanceof Health.Check
                ? "a function, true within " + duration(options.within())
                : null;
    }

    /** What is asked between two waves. */
    static Question next(Wave wave, int open) {
        String things =
                wave.items().stream().allMatch(item -> item.target().type().equals("device"))
                        ? PlanWording.count(open, "device")
                        : PlanWording.count(open, "item");
        return new Question("Go on with " + wave.name() + ", " + things + "?", List.of(), open, false);
    }

    /** In the two largest units, such as {@code 41 s}, {@code 10 min} and {@code 2 h 5 min}. */
    static String duration(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? two(seconds / 60, "min", seconds % 60, "s")
                : two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
