package io.impsh.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes down what is told of waves. */
final class WaveLog implements ApplyListener {
    private final List<String> lines = new ArrayList<>();
    private final List<String> pauses = new ArrayList<>();
    private final List<String> health = new ArrayList<>();

    @Override
    public void progress(ApplyProgress progress) {
        WaveProgress wave = progress.wave();
        if (progress.stage() == ApplyProgress.Stage.PAUSING) {
            String begin = "wave " + wave.number() + ": ";
            String left = wave.left().toSeconds() + " s";
            String last = pauses.isEmpty() ? "" : pauses.get(pauses.size() - 1);
            if (last.startsWith(begin)) {
                pauses.set(pauses.size() - 1, last.replaceFirst(" ….*", "") + " … " + left);
            } else {
                pauses.add(begin + left);
            }
        } else if (progress.stage() == ApplyProgress.Stage.CHECKING_HEALTH) {
            String told = wave.healthy() + " of " + wave.checked();
            if (health.isEmpty() || !health.get(health.size() - 1).equals(told)) {
                health.add(told);
            }
        }
    }

    @Override
    public void waveEnded(WaveEnd wave) {
        String counts = wave.counts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        lines.add("wave " + wave.number() + " of " + wave.waves() + ": " + wave.items() + " of " + wave.total()
                + " items");
        lines.add("wave " + wave.number() + " of " + wave.waves() + " over: " + counts
                + (wave.health() == WaveEnd.Health.UNCHECKED
                        ? ""
                        : ", health " + wave.health() + " after "
                                + wave.healthTook().toSeconds() + " s"));
    }

    String text() {
        return String.join("\n", lines);
    }

    String pauses() {
        return String.join(", ", pauses);
    }

    /** How many were healthy of how many, each time that this changed. */
    List<String> health() {
        return health;
    }
}
