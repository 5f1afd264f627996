package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.DurationWords;
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
            parts.add(DurationWords.rounded(options.pause().length()) + " between them");
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
                words.add("online within " + DurationWords.rounded(signs.online()));
            }
            if (signs.noErrors() != null) {
                words.add("no errors for " + DurationWords.rounded(signs.noErrors()));
            }
            return String.join(", ", words);
        }
        return options.health() instanceof Health.Check
                ? "a function, true within " + DurationWords.rounded(options.within())
                : null;
    }

    /** What is asked between two waves. */
    static Question next(Wave wave, int open) {
        String things =
                wave.items().stream().allMatch(item -> item.target().type().equals("device"))
                        ? CountedNoun.of(open, "device")
                        : CountedNoun.of(open, "item");
        return new Question("Go on with " + wave.name() + ", " + things + "?", List.of(), open, false);
    }
}
