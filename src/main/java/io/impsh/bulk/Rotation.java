package io.impsh.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Removes journals that are old, or more than there is room for, the oldest first, and what was never begun. What has not
 * ended, what is being applied and what cannot be read stays. The runs of a plan go together.
 */
final class Rotation {
    static final Duration AGE = Duration.ofDays(90);
    static final long ROOM = 200_000_000;

    private final Path folder;
    private final Clock clock;
    private final long room;

    Rotation(Path folder, Clock clock) {
        this(folder, clock, ROOM);
    }

    Rotation(Path folder, Clock clock, long room) {
        this.folder = folder;
        this.clock = clock;
        this.room = room;
    }

    /** All runs of a plan. */
    private record Family(List<JournalFile> files, List<JournalGlance> begun) {
        long size() {
            return begun.stream().mapToLong(JournalGlance::size).sum();
        }

        boolean isNeverBegun() {
            return begun.isEmpty() && files.stream().allMatch(JournalGlance::isNeverBegun);
        }

        /** {@code null} if it has not ended. */
        Instant endedAt() {
            boolean ended = files.size() == begun.size() && begun.stream().allMatch(JournalGlance::isComplete);
            return ended
                    ? begun.stream()
                            .map(glance -> glance.end().at())
                            .max(Instant::compareTo)
                            .orElse(null)
                    : null;
        }
    }

    /** @param begun has just begun, and stays */
    void rotate(JournalFile begun) {
        Map<String, List<JournalFile>> plans = new LinkedHashMap<>();
        new JournalFolder(folder).files().forEach(file -> plans.computeIfAbsent(file.plan(), plan -> new ArrayList<>())
                .add(file));
        List<JournalFile> own = plans.remove(begun.plan());
        long ownSize = own == null ? 0 : family(own).size();
        List<Family> families = plans.values().stream().map(Rotation::family).toList();
        families.stream().filter(Family::isNeverBegun).forEach(family -> remove(family, Family::isNeverBegun));
        removeOld(
                families.stream()
                        .filter(family -> family.endedAt() != null)
                        .sorted(Comparator.comparing(Family::endedAt))
                        .toList(),
                ownSize + families.stream().mapToLong(Family::size).sum());
    }

    private static Family family(List<JournalFile> files) {
        List<JournalGlance> begun =
                files.stream().map(JournalGlance::at).flatMap(Optional::stream).toList();
        return new Family(files, begun);
    }

    private void removeOld(List<Family> oldestFirst, long size) {
        long left = size;
        for (Family family : oldestFirst) {
            boolean old = family.endedAt().isBefore(clock.instant().minus(AGE));
            Instant ended = family.endedAt();
            if ((old || left > room) && remove(family, now -> ended.equals(now.endedAt()))) {
                left -= family.size();
            }
        }
    }

    /**
     * The last run first: as long as there is the first one, the plan is known to have been applied.
     *
     * @param still what has to be true of it once nobody else can take it up: somebody may have, since it was looked at
     */
    private boolean remove(Family family, Predicate<Family> still) {
        JournalFile first = family.files().get(0);
        try (PlanLock lock = PlanLock.take(first.lock()).orElse(null)) {
            if (lock == null) {
                return false;
            }
            Family now = family(new JournalFolder(folder).runs(first.plan()));
            if (!still.test(now)) {
                return false;
            }
            List<JournalFile> files = new ArrayList<>(now.files());
            Collections.reverse(files);
            for (JournalFile file : files) {
                Files.deleteIfExists(file.path());
            }
            Files.deleteIfExists(first.lock());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
