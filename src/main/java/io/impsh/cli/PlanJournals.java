package io.impsh.cli;

import io.impsh.bulk.Journals;

/** Where the journals of applied plans are: in the state folder, told apart by who applies with what. */
final class PlanJournals {
    private static final String FOLDER = "plans";

    private PlanJournals() {}

    /** @param profile in whose name plans are applied; {@code null} for who only reads */
    static Journals of(CommandContext context, String profile) {
        return new Journals(
                () -> CloudConnection.folders(context).state().map(folder -> folder.resolve(FOLDER)),
                Authors.with(profile));
    }
}
