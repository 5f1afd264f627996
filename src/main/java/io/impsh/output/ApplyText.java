package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.DurationWords;
import io.impsh.bulk.ApplyProgress;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.WaveEnd;
import io.impsh.bulk.WaveProgress;
import io.impsh.script.CloudTraffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The applying of a plan while it goes on: a line for what is at hand, and one for each wave that is over. */
public final class ApplyText {
    private static final List<Outcome> WORTH_TELLING =
            List.of(Outcome.FAILED, Outcome.UNKNOWN, Outcome.STALE, Outcome.SKIPPED);
    private static final int GAP = 4;
    private static final int OUTCOME_WIDTH = 9;

    private ApplyText() {}

    /**
     * What goes on, on one line without a line end that fits the screen, such as {@code wave 3 of 3     804 / 1,187
     * ━━━━╺━━  failed 3  31/s  12 s left}.
     *
     * @param elapsed since the wave has begun, or without waves the whole
     */
    public static String line(ApplyProgress progress, Duration elapsed, CloudTraffic traffic, Screen screen) {
        WaveProgress wave = progress.wave();
        return switch (progress.stage()) {
            case PAUSING -> fitting(over(wave, progress) + "next wave in " + DurationWords.about(wave.left()), screen);
            case CHECKING_HEALTH ->
                fitting(
                        over(wave, progress) + CountedNoun.number(wave.healthy()) + " of "
                                + CountedNoun.number(wave.checked()) + " healthy  "
                                + DurationWords.about(wave.left()) + " left",
                        screen);
            case LOOKING_AGAIN, CHANGING, READING_BACK ->
                ProgressLine.of(wave == null ? work(progress) : work(wave, progress), elapsed, traffic, screen);
        };
    }

    private static ProgressLine.Work work(ApplyProgress progress) {
        String what =
                switch (progress.stage()) {
                    case LOOKING_AGAIN -> "looking again";
                    case READING_BACK -> "reading back";
                    default -> "changing";
                };
        return new ProgressLine.Work(
                what, progress.answered(), progress.total(), progress.total(), notes(progress.counts()));
    }

    private static ProgressLine.Work work(WaveProgress wave, ApplyProgress progress) {
        String what = name(wave.number(), wave.waves()) + " ".repeat(GAP - ProgressLine.GAP);
        boolean looking = progress.stage() == ApplyProgress.Stage.LOOKING_AGAIN;
        return new ProgressLine.Work(
                what,
                wave.answered(),
                wave.items(),
                progress.total(),
                looking ? "looking again" : notes(wave.counts()));
    }

    /** Such as {@code failed 3, stale 1}; empty when all went well. */
    private static String notes(Map<Outcome, Integer> counts) {
        List<String> notes = new ArrayList<>();
        for (Outcome outcome : WORTH_TELLING) {
            int count = counts.getOrDefault(outcome, 0);
            if (count > 0) {
                notes.add(PlanTree.word(outcome) + " " + CountedNoun.number(count));
            }
        }
        return String.join(", ", notes);
    }

    /** The beginning of the line of a wave that has been sent. */
    private static String over(WaveProgress wave, ApplyProgress progress) {
        int done = wave.counts().getOrDefault(Outcome.DONE, 0);
        return name(wave.number(), wave.waves())
                + " ".repeat(GAP)
                + ProgressLine.counts(done, wave.items(), progress.total())
                + " ".repeat(GAP);
    }

    private static String fitting(String text, Screen screen) {
        StyledLine line = new StyledLine(screen);
        return (screen.isTerminal() ? line.foreign(Theme.plain(), text, screen.width() - 1) : line.own(text))
                .toString();
    }

    /** A wave that is over, such as {@code wave 1 of 3       1 / 1        done         health ok after 41 s}. */
    public static String over(WaveEnd wave, Screen screen) {
        int done = wave.counts().getOrDefault(Outcome.DONE, 0);
        StyledLine line = new StyledLine(screen)
                .own(name(wave.number(), wave.waves()))
                .space(GAP)
                .own(ProgressLine.counts(done, wave.items(), wave.total()))
                .space(GAP);
        int column = line.width();
        boolean failed = wave.counts().getOrDefault(Outcome.FAILED, 0) > 0;
        line.own(failed ? screen.theme().error() : Theme.plain(), outcomes(wave, done));
        if (wave.health() != WaveEnd.Health.UNCHECKED) {
            line.spaceTo(column + OUTCOME_WIDTH).space(GAP);
            boolean unwell = wave.health() == WaveEnd.Health.FAILED;
            line.own(unwell ? screen.theme().error() : Theme.plain(), health(wave));
        }
        return line.toString();
    }

    /** A plan that is applied all at once is a wave when health is asked of it. */
    private static String name(int number, int waves) {
        return waves == 1 ? "all at once" : "wave " + number + " of " + waves;
    }

    private static String outcomes(WaveEnd wave, int done) {
        if (done == wave.items()) {
            return "done";
        }
        List<String> words = new ArrayList<>();
        for (Outcome outcome : WORTH_TELLING) {
            int count = wave.counts().getOrDefault(outcome, 0) - (outcome == Outcome.SKIPPED ? wave.notStarted() : 0);
            if (count > 0) {
                words.add(CountedNoun.number(count) + " " + PlanTree.word(outcome));
            }
        }
        if (wave.notStarted() > 0) {
            words.add(CountedNoun.number(wave.notStarted()) + " not started");
        }
        return String.join(", ", words);
    }

    private static String health(WaveEnd wave) {
        return switch (wave.health()) {
            case UNCHECKED -> "";
            case OK -> "health ok after " + DurationWords.of(wave.healthTook());
            case FAILED -> "health check failed after " + DurationWords.of(wave.healthTook());
            case UNKNOWN -> "health not known";
        };
    }
}
