package io.impsh.bulk;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** A fake service, a folder with journals, and whoever applies, resumes and undoes there. */
final class Shop {
    static final Author OPERATOR = new Author("olga", "field", "impsh 0.1.0");

    final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3, Fleet.FIELD, Fleet.FIELD_B);
    final FakeTiming timing = new FakeTiming();
    final List<String> questions = new ArrayList<>();
    final Path folder;
    Clock clock = Plans.LATER;
    Medium.Opener opener = Medium::file;
    ApplyControl control = new ApplyControl();
    boolean agreed = true;

    Shop(Path state) {
        folder = state.resolve("plans");
    }

    Planner planner() {
        return Plans.planner(cloud);
    }

    Plan move(int count) {
        cloud.with(Fleet.devices(count, Fleet.LINE_1));
        return planner().assign(List.copyOf(cloud.devices.values()), Fleet.LINE_2);
    }

    Journals journals() {
        return new Journals(() -> Optional.of(folder), OPERATOR, clock, opener);
    }

    JournalledPlan journalled(Plan plan) {
        return journals().get(plan.id());
    }

    Report apply(Plan plan) {
        return apply(plan, ApplyOptions.defaults());
    }

    Report apply(Plan plan, ApplyOptions options) {
        return applier().apply(plan, options, ApplyListener.none(), control);
    }

    Report resume(Plan plan) {
        return resume(plan, ApplyOptions.defaults());
    }

    Report resume(Plan plan, ApplyOptions options) {
        return applier().resume(journalled(plan), options, ApplyListener.none(), control);
    }

    private Applier applier() {
        return new Applier(same -> cloud, this::answer, journals().journal(), clock, timing);
    }

    private boolean answer(Question question) {
        questions.add(question.text());
        return agreed;
    }

    Path file(Plan plan) {
        return folder.resolve(plan.id() + ".ndjson");
    }

    List<String> lines(Plan plan) throws IOException {
        return Files.readAllLines(file(plan));
    }

    /**
     * Applies a plan and measures its journal.
     *
     * @return where a kill may leave it: after every whole line, a line with its end cut off, and half of it
     */
    List<Long> ends(Function<Shop, Plan> planning) throws IOException {
        Plan plan = planning.apply(this);
        apply(plan);
        TreeSet<Long> ends = new TreeSet<>();
        long end = 0;
        for (String line : lines(plan)) {
            int length = line.getBytes(StandardCharsets.UTF_8).length;
            ends.addAll(List.of(end + length / 2, end + length, end + length + 1));
            end += length + 1;
        }
        return List.copyOf(ends);
    }

    /** Only what the lines are: {@code before}, {@code after} and so on, without the items. */
    List<String> records(Plan plan) throws IOException {
        return lines(plan).stream()
                .map(line -> line.split("\"")[3])
                .filter(record -> !record.equals("item"))
                .toList();
    }

    static String refusal(Runnable call) {
        try {
            call.run();
            return "nothing was refused";
        } catch (UserException e) {
            return e.code() + ": " + e.getMessage() + " (" + e.hint() + ")";
        }
    }
}
